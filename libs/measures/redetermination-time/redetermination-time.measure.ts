import { localDay } from '../../calendars/local-date.calendar.js';
import { redeterminationsOf } from '../journeys/redetermination.journey.js';
import { countTime } from '../kinds/time.kind.js';
import type { MeasureOf } from '../measure.measure.js';

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
  provisionalDays: 28,
  cohort: false,
  source: 'contract, measures, redetermination-time',
  contribute: (claim, { calendar }, count) => {
    for (const { clockStart, decided } of redeterminationsOf(claim)) {
      if (clockStart === null || decided === null) continue;
      const decidedDay = localDay(decided.at);
      if (decidedDay >= clockStart) countTime(clockStart, decidedDay, calendar, count);
    }
  },
};
