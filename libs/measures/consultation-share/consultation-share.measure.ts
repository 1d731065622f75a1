import { lastNotAfter } from '../journeys/case-reading.journey.js';
import { type MeasureOf, no, yes } from '../measure.measure.js';

const consulted: ReadonlySet<string> = new Set(['ADP', 'CDP', 'PADP']);

/** Decided claims for ADP, CDP and PADP with a consultation not after the decision ÷ those decided. */
export const consultationShare: MeasureOf<'claim'> = {
  id: 'consultation-share',
  version: '1.0.0',
  title: 'Decisions made after a consultation',
  definition:
    'Of the disability benefit applications decided in the period, the proportion with a consultation before the decision.',
  kind: 'proportion',
  unit: 'proportion',
  betterWhen: 'neither',
  journey: 'claim',
  reads: ['decision.made', 'consultation.held'],
  dateRule: 'decided',
  clock: null,
  provisionalDays: 28,
  cohort: false,
  classification: 'management information',
  source: 'contract, measures, consultation-share',
  contribute: ({ reading, benefit, decided, decidedDay }, _rules, count) => {
    if (decided === null || decidedDay === null || !consulted.has(benefit)) return;
    count(decidedDay, lastNotAfter(reading, 'consultation.held', decided) === null ? no : yes);
  },
};
