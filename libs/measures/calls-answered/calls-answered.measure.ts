import type { MeasureOf } from '../measure.measure.js';
import { itself, proportionOn } from '../shapes.measure.js';

/**
 * Answered calls ÷ all calls.
 */
export const callsAnswered: MeasureOf<'call'> = {
  id: 'calls-answered',
  version: '1.0.0',
  title: 'Calls answered',
  definition: 'Of the calls that ended in the period, the proportion answered.',
  kind: 'proportion',
  unit: 'proportion',
  betterWhen: 'higher',
  journey: 'call',
  reads: [],
  dateRule: 'ended',
  clock: null,
  provisionalDays: 28,
  cohort: false,
  classification: 'management information',
  source: 'contract, measures, calls-answered',
  contribute: proportionOn(itself, 'endedDay', 'answered'),
};
