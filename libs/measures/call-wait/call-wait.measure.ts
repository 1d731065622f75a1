import type { MeasureOf } from '../measure.measure.js';
import { itself, meanOn } from '../shapes.measure.js';

/** Seconds that callers whose call was answered had waited: sum ÷ answered calls. */
export const callWait: MeasureOf<'call'> = {
  id: 'call-wait',
  version: '1.0.0',
  title: 'Wait for a call to be answered',
  definition: 'The mean number of seconds that callers waited before their call was answered.',
  kind: 'mean',
  unit: 'seconds',
  betterWhen: 'lower',
  journey: 'call',
  reads: [],
  dateRule: 'ended',
  clock: null,
  provisionalDays: 28,
  cohort: false,
  classification: 'management information',
  source: 'contract, measures, call-wait',
  contribute: meanOn(itself, 'endedDay', 'answeredAfter'),
};
