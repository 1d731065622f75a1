import type { MeasureOf } from '../measure.measure.js';
import { countOn, itself } from '../shapes.measure.js';

/** Claims, each on the day its application was received. */
export const applicationsReceived: MeasureOf<'claim'> = {
  id: 'applications-received',
  version: '1.0.0',
  title: 'Applications received',
  definition: 'How many applications were received in the period.',
  kind: 'count',
  unit: 'claims',
  betterWhen: 'neither',
  journey: 'claim',
  reads: [],
  dateRule: 'received',
  clock: null,
  provisionalDays: 28,
  cohort: false,
  classification: 'management information',
  source: 'contract, measures, applications-received',
  contribute: countOn(itself, 'receivedDay'),
};
