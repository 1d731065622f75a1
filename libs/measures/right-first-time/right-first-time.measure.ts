import { appealsOf } from '../journeys/appeal.journey.js';
import { redeterminationsOf } from '../journeys/redetermination.journey.js';
import { type MeasureOf, no, yes } from '../measure.measure.js';

/**
 * Decided claims with no redetermination allowed or partly allowed and no appeal upheld or partly upheld ÷ decided claims.
 */
export const rightFirstTime: MeasureOf<'claim'> = {
  id: 'right-first-time',
  version: '1.0.0',
  title: 'Decisions right first time',
  definition:
    'Of the applications decided in the period, the proportion whose decision no redetermination or appeal has changed.',
  kind: 'proportion',
  unit: 'proportion',
  betterWhen: 'higher',
  journey: 'claim',
  reads: ['decision.made', 'redetermination.requested', 'redetermination.decided', 'appeal.lodged', 'appeal.decided'],
  dateRule: 'decided',
  clock: null,
  provisionalDays: 180,
  cohort: true,
  classification: 'management information',
  source: 'contract, measures, right-first-time',
  contribute: (claim, _rules, count) => {
    if (claim.decidedDay === null) return;
    const changed =
      redeterminationsOf(claim).some(({ changedDecision }) => changedDecision) ||
      appealsOf(claim).some(({ changedDecision }) => changedDecision);
    count(claim.decidedDay, changed ? no : yes);
  },
};
