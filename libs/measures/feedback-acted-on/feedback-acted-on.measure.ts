import type { MeasureOf } from '../measure.measure.js';
import { itself, proportionOn } from '../shapes.measure.js';

/** Feedback with `feedback.acted-on` ÷ all feedback, each on the day it was given. */
export const feedbackActedOn: MeasureOf<'feedback'> = {
  id: 'feedback-acted-on',
  version: '1.0.0',
  title: 'Feedback acted on',
  definition: 'Of the feedback given in the period, the proportion that led to something being done.',
  kind: 'proportion',
  unit: 'proportion',
  betterWhen: 'higher',
  journey: 'feedback',
  reads: ['feedback.acted-on'],
  dateRule: 'given',
  clock: null,
  provisionalDays: 90,
  cohort: true,
  classification: 'management information',
  source: 'contract, measures, feedback-acted-on',
  contribute: proportionOn(itself, 'givenDay', 'actedOn'),
};
