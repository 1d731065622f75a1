import { stillOpen, type MeasureOf } from '../measure.measure.js';

/** Claims received on or before the date and not processed on or before it. `waiting` = wd(received, date). */
export const openApplications: MeasureOf<'claim'> = {
  id: 'open-applications',
  version: '1.0.0',
  title: 'Open applications',
  definition: 'How many applications were waiting for a decision at the end of the period.',
  kind: 'stock',
  unit: 'claims',
  betterWhen: 'lower',
  journey: 'claim',
  reads: ['decision.made', 'application.withdrawn'],
  dateRule: 'the end of the period, or the day known at if that is earlier',
  clock: 'open at the end of the day asked about',
  provisionalDays: 28,
  cohort: false,
  derivedDimensions: ['waiting'],
  classification: 'management information',
  source: 'contract, measures, open-applications',
  contribute: ({ receivedDay, processedDay }, _rules, count) => {
    count(receivedDay, processedDay ?? stillOpen);
  },
};
