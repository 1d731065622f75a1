import type { MeasureOf } from '../measure.measure.js';
import { countTime } from '../kinds/time.kind.js';

/**
 * Working days from start to processed: wd(start, processed). Special-rules claims, claims without a start and claims
 * processed before it are left out.
 */
export const decisionTime: MeasureOf<'claim'> = {
  id: 'decision-time',
  version: '1.0.0',
  title: 'Time to a decision',
  definition: 'The middle number of working days from a complete application to its decision or withdrawal.',
  kind: 'time',
  unit: 'working days',
  betterWhen: 'lower',
  journey: 'claim',
  reads: ['application.part2-received', 'decision.made', 'application.withdrawn'],
  dateRule: 'processed',
  clock: 'working days from the start of the claim',
  provisionalDays: 28,
  cohort: false,
  classification: 'management information',
  source: 'contract, measures, decision-time',
  contribute: ({ start, processedDay, specialRules }, { calendar }, count) => {
    if (specialRules || start === null || processedDay === null || processedDay < start) return;
    countTime(start, processedDay, calendar, count);
  },
};
