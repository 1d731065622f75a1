import { first } from '../journeys/case-reading.journey.js';
import { type MeasureOf, no, yes } from '../measure.measure.js';

/** Claims with an equality form ÷ claims. An empty form is a form. */
export const equalityCoverage: MeasureOf<'claim'> = {
  id: 'equality-coverage',
  version: '1.0.0',
  title: 'Applications with an equality form',
  definition: 'Of the applications received in the period, the proportion with an equality form, filled in or not.',
  kind: 'proportion',
  unit: 'proportion',
  betterWhen: 'higher',
  journey: 'claim',
  reads: [],
  dateRule: 'received',
  clock: null,
  provisionalDays: 28,
  cohort: false,
  classification: 'management information',
  source: 'contract, measures, equality-coverage',
  contribute: ({ reading, receivedDay }, _rules, count) => {
    count(receivedDay, first(reading, 'equality.form-recorded') === null ? no : yes);
  },
};
