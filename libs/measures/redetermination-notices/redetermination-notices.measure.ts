import { redeterminationsOf } from '../journeys/redetermination.journey.js';
import { countRedeterminationLimit } from '../kinds/redetermination-limit.kind.js';
import { type MeasureOf, no, yes } from '../measure.measure.js';

/** Missed limits of redeterminations with an overdue notice ÷ missed limits, each on the day after due. */
export const redeterminationNotices: MeasureOf<'claim'> = {
  id: 'redetermination-notices',
  version: '1.0.0',
  title: 'Notices of overdue redeterminations',
  definition:
    'Of the redeterminations whose time limit was missed in the period, the proportion whose client was told so.',
  kind: 'proportion',
  unit: 'proportion',
  betterWhen: 'higher',
  journey: 'claim',
  reads: [
    'redetermination.requested',
    'redetermination.accepted-late',
    'redetermination.decided',
    'redetermination.withdrawn',
    'redetermination.overdue-notified',
  ],
  dateRule: 'the day after due',
  clock: null,
  provisionalDays: 28,
  cohort: false,
  settles: true,
  classification: 'management information',
  source: 'contract, measures, redetermination-notices',
  contribute: (claim, rules, count) => {
    const limit = rules.redeterminationLimit(claim.benefit);
    if (limit === null) return;
    for (const redetermination of redeterminationsOf(claim)) {
      const missed = redetermination.overdueNotified ? yes : no;
      countRedeterminationLimit(redetermination, limit, rules.calendar, (day, x) => {
        if (x !== yes) count(day, x === no ? missed : x);
      });
    }
  },
};
