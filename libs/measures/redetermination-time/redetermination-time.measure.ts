import { redeterminationsOf } from '../journeys/redetermination.journey.js';
import type { MeasureOf } from '../measure.measure.js';
import { timeBetween } from '../shapes.measure.js';

/**
 * wd(clock start, decided), for all benefits. Decided before the clock started: left out.
 */
export const redeterminationTime: MeasureOf<'claim'> = {
  id: 'redetermination-time',
  version: '1.0.0',
  title: 'Time to a redetermination',
  definition: 'The middle number of working days from a request for a redetermination to its decision.',
  kind: 'time',
  unit: 'working days',
  betterWhen: 'lower',
  journey: 'claim',
  reads: ['redetermination.requested', 'redetermination.accepted-late', 'redetermination.decided'],
  dateRule: 'decided',
  clock: 'working days from the request or, if late, its acceptance',
  provisionalDays: 28,
  cohort: false,
  classification: 'management information',
  source: 'contract, measures, redetermination-time',
  contribute: timeBetween(redeterminationsOf, 'clockStart', 'decidedDay'),
};
