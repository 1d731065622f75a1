import { appealsOf } from '../journeys/appeal.journey.js';
import type { MeasureOf } from '../measure.measure.js';
import { sharesBy } from '../shapes.measure.js';

const parts = ['upheld', 'partly-upheld', 'dismissed', 'withdrawn'] as const;

/** Appeals decided, by what the first decision in sequence says, on the day of that. */
export const appealOutcomes: MeasureOf<'claim'> = {
  id: 'appeal-outcomes',
  version: '1.0.0',
  title: 'Outcomes of appeals',
  definition: 'How many appeals to the tribunal were decided in the period, by outcome.',
  kind: 'shares',
  unit: 'appeals',
  betterWhen: 'neither',
  journey: 'claim',
  reads: ['appeal.lodged', 'appeal.decided'],
  dateRule: 'decided',
  clock: null,
  provisionalDays: 28,
  cohort: false,
  parts,
  classification: 'management information',
  source: 'contract, measures, appeal-outcomes',
  contribute: sharesBy(appealsOf, 'decidedDay', 'outcome', parts),
};
