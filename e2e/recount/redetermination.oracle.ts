import type { Claim } from './claim.oracle.js';
import type { Day } from './day.oracle.js';
import type { Fact } from './fact.oracle.js';
import { earlierOf, requiredText } from './fact.oracle.js';
import type { Item } from './item.oracle.js';
import { itemOf } from './item.oracle.js';
import { settle } from './limit.oracle.js';
import { factsOf, firstInSequence, firstOfEachRef } from './putting-right.oracle.js';
import type { Rules } from './rules.oracle.js';
import { redeterminationLimitOf } from './rules.oracle.js';
import { workCalendarOf } from './workday.oracle.js';

/** What is counted of a claim's redeterminations, each by its `ref`. */
export function redeterminationItems(claim: Claim, rules: Rules, asOf: Day): readonly Item[] {
  return [...firstOfEachRef(claim.facts, 'redetermination.requested')].flatMap(([ref, requested]) =>
    itemsOfOne(claim, ref, requested, rules, asOf),
  );
}

function itemsOfOne(claim: Claim, ref: string, requested: Fact, rules: Rules, asOf: Day): readonly Item[] {
  const { facts, dimensions } = claim;
  const decided = firstInSequence(factsOf(facts, 'redetermination.decided', ref), requested);
  const withdrawn = firstInSequence(factsOf(facts, 'redetermination.withdrawn', ref), requested);
  const ended = earlierOf(withdrawn, decided);
  const [accepted] = factsOf(facts, 'redetermination.accepted-late', ref);
  const clock = requested.data['late'] === true ? accepted?.day : requested.day;
  const items: Item[] = [];

  if (ended !== undefined) {
    const outcome = ended === decided ? requiredText(decided.data, 'outcome') : 'withdrawn';
    items.push(itemOf('redetermination-outcomes', ended.day, dimensions, outcome));
  }
  if (decided !== undefined && clock !== undefined && decided.day >= clock) {
    const elapsed = workCalendarOf(rules).between(clock, decided.day);
    items.push(itemOf('redetermination-time', decided.day, dimensions, elapsed));
  }

  const due = clock === undefined ? undefined : dueOf(claim.benefit, clock, rules);
  if (due === undefined) return items;
  const withdrawnFirst = withdrawn !== undefined && ended === withdrawn;
  if (withdrawnFirst && withdrawn.day <= due) return items;
  const settled = settle(due, decided?.day, asOf);
  if (settled !== undefined) {
    items.push(itemOf('redeterminations-in-time', settled.day, dimensions, settled.met));
    if (!settled.met) {
      const notified = factsOf(facts, 'redetermination.overdue-notified', ref).length > 0;
      items.push(itemOf('redetermination-notices', settled.day, dimensions, notified));
    }
  }
  return items;
}

/** The last day of the limit, which begins with the day of the clock's start. */
function dueOf(benefit: string, clock: Day, rules: Rules): Day | undefined {
  const limit = redeterminationLimitOf(rules, benefit);
  if (limit === undefined) return undefined;
  const calendar = workCalendarOf(rules);
  return limit.unit === 'working' ? calendar.nthWorkingDay(clock, limit.length) : calendar.nthDay(clock, limit.length);
}
