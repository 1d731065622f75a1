import type { MeasureOf } from '../measure.measure.js';
import { countOn, itself } from '../shapes.measure.js';

/** Claims decided, each on the day of its first decision, whether or not it had been withdrawn before. */
export const decisionsMade: MeasureOf<'claim'> = {
  id: 'decisions-made',
  version: '1.0.0',
  title: 'Decisions made',
  definition: 'How many applications were decided in the period.',
  kind: 'count',
  unit: 'claims',
  betterWhen: 'neither',
  journey: 'claim',
  reads: ['decision.made'],
  dateRule: 'decided',
  clock: null,
  provisionalDays: 28,
  cohort: false,
  classification: 'management information',
  source: 'contract, measures, decisions-made',
  contribute: countOn(itself, 'decidedDay'),
};
