import { stillOpen, type MeasureOf } from '../measure.measure.js';

/** Open claims, started and due before the date. due = addWd(start, target), as for decisions in time. */
export const overdueApplications: MeasureOf<'claim'> = {
  id: 'overdue-applications',
  version: '1.0.0',
  title: 'Overdue applications',
  definition: 'How many applications were waiting past their time limit at the end of the period.',
  kind: 'stock',
  unit: 'claims',
  betterWhen: 'lower',
  journey: 'claim',
  reads: ['application.part2-received', 'decision.made', 'application.withdrawn'],
  dateRule: 'the end of the period, or the day known at if that is earlier',
  clock: 'the target of the benefit in working days, from the start of the claim',
  provisionalDays: 28,
  cohort: false,
  classification: 'management information',
  source: 'contract, measures, overdue-applications',
  contribute: ({ receivedDay, start, benefit, specialRules, processedDay }, rules, count) => {
    if (start === null) return;
    const target = rules.decisionTarget(benefit, specialRules, start);
    const due = target === null ? null : rules.calendar.addWorkingDays(start, target);
    if (due === null) return;
    const overdueFrom = Math.max(receivedDay, due + 1);
    const until = processedDay ?? stillOpen;
    if (overdueFrom < until) count(overdueFrom, until);
  },
};
