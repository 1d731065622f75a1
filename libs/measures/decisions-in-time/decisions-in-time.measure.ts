import type { MeasureOf } from '../measure.measure.js';
import { countLimit } from '../kinds/limit.kind.js';

/**
 * Claims processed within the target ÷ claims whose limit has settled.
 *
 * due = addWd(start, target in force on the start date); ends when processed. A claim processed before its start is
 * met; a claim without a start is not counted at all.
 */
export const decisionsInTime: MeasureOf<'claim'> = {
  id: 'decisions-in-time',
  version: '1.0.0',
  title: 'Decisions made in time',
  definition:
    'Of the applications whose time limit was met or passed in the period, the proportion decided or withdrawn within it.',
  kind: 'limit',
  unit: 'proportion',
  betterWhen: 'higher',
  journey: 'claim',
  reads: ['application.part2-received', 'decision.made', 'application.withdrawn'],
  dateRule: 'the day it settles: the end date if met, the day after due if not',
  clock: 'the target of the benefit in working days, from the start of the claim',
  provisionalDays: 28,
  cohort: false,
  classification: 'management information',
  source: 'contract, measures, decisions-in-time and "Limit measures"',
  contribute: ({ start, benefit, specialRules, processedDay }, rules, count) => {
    if (start === null) return;
    const target = rules.decisionTarget(benefit, specialRules, start);
    if (target === null) return;
    countLimit(rules.calendar.addWorkingDays(start, target), processedDay, rules.calendar, count);
  },
};
