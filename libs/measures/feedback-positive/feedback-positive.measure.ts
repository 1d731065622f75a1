import type { MeasureOf } from '../measure.measure.js';
import { itself, proportionOn } from '../shapes.measure.js';

/**
 * Ratings of 4 or 5 ÷ all ratings.
 */
export const feedbackPositive: MeasureOf<'feedback'> = {
  id: 'feedback-positive',
  version: '1.0.0',
  title: 'Positive feedback',
  definition: 'Of the feedback given in the period, the proportion rated 4 or 5 out of 5.',
  kind: 'proportion',
  unit: 'proportion',
  betterWhen: 'higher',
  journey: 'feedback',
  reads: [],
  dateRule: 'given',
  clock: null,
  provisionalDays: 28,
  cohort: false,
  classification: 'management information',
  source: 'contract, measures, feedback-positive',
  contribute: proportionOn(itself, 'givenDay', 'positive'),
};
