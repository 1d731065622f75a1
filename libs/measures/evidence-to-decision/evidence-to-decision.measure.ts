import { dayOfFact, lastNotAfter } from '../journeys/case-reading.journey.js';
import { countTime } from '../kinds/time.kind.js';
import type { MeasureOf } from '../measure.measure.js';

/** wd(last `evidence.complete` not after the decision, decided), of decided claims that have one. */
export const evidenceToDecision: MeasureOf<'claim'> = {
  id: 'evidence-to-decision',
  version: '1.0.0',
  title: 'Time from complete evidence to a decision',
  definition: 'The middle number of working days from the last evidence to the decision.',
  kind: 'time',
  unit: 'working days',
  betterWhen: 'lower',
  journey: 'claim',
  reads: ['decision.made', 'evidence.complete'],
  dateRule: 'decided',
  clock: 'working days from when the evidence was last complete',
  provisionalDays: 28,
  cohort: false,
  classification: 'management information',
  source: 'contract, measures, evidence-to-decision',
  contribute: ({ reading, decided, decidedDay }, { calendar }, count) => {
    if (decided === null || decidedDay === null) return;
    const complete = dayOfFact(lastNotAfter(reading, 'evidence.complete', decided));
    if (complete !== null) countTime(complete, decidedDay, calendar, count);
  },
};
