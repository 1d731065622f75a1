import { first } from '../journeys/case-reading.journey.js';
import { type MeasureOf, no, yes } from '../measure.measure.js';

/**
 * Decided claims with a redetermination requested ÷ decided claims, of benefits that have redeterminations.
 */
export const redeterminationRate: MeasureOf<'claim'> = {
  id: 'redetermination-rate',
  version: '1.0.0',
  title: 'Decisions challenged',
  definition: 'Of the applications decided in the period, the proportion for which a redetermination was asked.',
  kind: 'proportion',
  unit: 'proportion',
  betterWhen: 'lower',
  journey: 'claim',
  reads: ['decision.made', 'redetermination.requested'],
  dateRule: 'decided',
  clock: null,
  provisionalDays: 90,
  cohort: true,
  classification: 'management information',
  source: 'contract, measures, redetermination-rate',
  contribute: ({ reading, benefit, decidedDay }, rules, count) => {
    if (decidedDay === null || rules.redeterminationLimit(benefit) === null) return;
    count(decidedDay, first(reading, 'redetermination.requested') === null ? no : yes);
  },
};
