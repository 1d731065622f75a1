import { redeterminationsOf } from '../journeys/redetermination.journey.js';
import { countRedeterminationLimit } from '../kinds/redetermination-limit.kind.js';
import type { MeasureOf } from '../measure.measure.js';

/**
 * Redeterminations decided within the statutory limit ÷ redeterminations whose limit has settled.
 *
 * The period begins with the day the request was received or, if late, accepted. Withdrawn before any decision and on or
 * before due: not counted. Benefits without a limit are left out.
 */
export const redeterminationsInTime: MeasureOf<'claim'> = {
  id: 'redeterminations-in-time',
  version: '1.0.0',
  title: 'Redeterminations made in time',
  definition:
    'Of the redeterminations whose time limit was met or passed in the period, the proportion decided within it.',
  kind: 'limit',
  unit: 'proportion',
  betterWhen: 'higher',
  journey: 'claim',
  reads: [
    'redetermination.requested',
    'redetermination.accepted-late',
    'redetermination.decided',
    'redetermination.withdrawn',
  ],
  dateRule: 'the day it settles: the end date if met, the day after due if not',
  clock: 'the statutory period, which begins with the day requested or, if late, accepted',
  provisionalDays: 28,
  cohort: false,
  classification: 'management information',
  source: 'contract, measures, redeterminations-in-time',
  contribute: (claim, rules, count) => {
    const limit = rules.redeterminationLimit(claim.benefit);
    if (limit === null) return;
    for (const redetermination of redeterminationsOf(claim)) {
      countRedeterminationLimit(redetermination, limit, rules.calendar, count);
    }
  },
};
