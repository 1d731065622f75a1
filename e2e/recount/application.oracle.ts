import type { Day } from './day.oracle.js';
import type { Claim } from './claim.oracle.js';
import type { Item } from './item.oracle.js';
import { itemOf, stockItems } from './item.oracle.js';
import { settle } from './limit.oracle.js';
import { factsOf } from './putting-right.oracle.js';
import type { Rules } from './rules.oracle.js';
import { workCalendarOf } from './workday.oracle.js';

/** What is counted of the application itself: its arrival, its wait and its end. */
export function applicationItems(claim: Claim, rules: Rules, asOf: Day): readonly Item[] {
  const { received, processed, dimensions, start, due } = claim;
  const hasForm = factsOf(claim.facts, 'equality.form-recorded').length > 0;
  const items: Item[] = [
    itemOf('applications-received', received.day, dimensions, true),
    itemOf('equality-coverage', received.day, dimensions, hasForm),
    ...stockItems('open-applications', received.day, processed?.day, dimensions),
  ];
  if (processed !== undefined) {
    const authorised = processed.type === 'decision.made' && processed.data['outcome'] === 'authorised';
    items.push(itemOf('approval-rate', processed.day, dimensions, authorised));
    if (!claim.specialRules && start !== undefined && processed.day >= start) {
      const elapsed = workCalendarOf(rules).between(start, processed.day);
      items.push(itemOf('decision-time', processed.day, dimensions, elapsed));
    }
  }
  if (due !== undefined) {
    const overdueFrom = Math.max(received.day, due + 1);
    items.push(...stockItems('overdue-applications', overdueFrom, processed?.day, dimensions));
    const settled = settle(due, processed?.day, asOf);
    if (settled !== undefined) {
      items.push(itemOf('decisions-in-time', settled.day, dimensions, settled.met));
    }
  }
  return items;
}
