import type { Day } from './day.oracle.js';
import type { Fact } from './fact.oracle.js';
import { compareFacts, requiredText } from './fact.oracle.js';
import type { Item } from './item.oracle.js';
import { dimensionsFrom, itemOf } from './item.oracle.js';
import type { Settled } from './limit.oracle.js';
import { settle } from './limit.oracle.js';
import type { CaseFacts } from './putting-right.oracle.js';
import { factsOf, firstInSequence } from './putting-right.oracle.js';
import type { Rules } from './rules.oracle.js';
import { workCalendarOf } from './workday.oracle.js';

/** Working days within which each stage is answered, the first day counted. */
const STAGE_LIMITS = { 1: 5, 2: 20 } as const;

/** What is counted of a complaint. */
export function complaintItems(facts: CaseFacts, rules: Rules, asOf: Day): readonly Item[] {
  const [received] = factsOf(facts, 'complaint.received');
  if (received === undefined) return [];
  const dimensions = dimensionsFrom(received, ['benefit', 'channel', 'reason']);
  const withdrawals = factsOf(facts, 'complaint.withdrawn');
  const escalated = firstInSequence(factsOf(facts, 'complaint.escalated'), received);
  const stage1 = received.data['stage'] === 1 ? received : undefined;
  const stage2 = stage1 === undefined ? received : escalated;
  const items = [itemOf('complaints-received', received.day, dimensions, true)];

  if (stage1 !== undefined) {
    const settled = settleStage(facts, 1, stage1, [escalated, firstInSequence(withdrawals, stage1)], rules, asOf);
    if (settled) items.push(itemOf('complaints-stage1-in-time', settled.day, dimensions, settled.met));
  }
  if (stage2 !== undefined) {
    const settled = settleStage(facts, 2, stage2, [firstInSequence(withdrawals, stage2)], rules, asOf);
    if (settled) items.push(itemOf('complaints-stage2-in-time', settled.day, dimensions, settled.met));
  }
  const latest = latestResponse(facts, received, stage2);
  if (latest !== undefined) {
    items.push(itemOf('complaint-outcomes', latest.day, dimensions, requiredText(latest.data, 'outcome')));
  }
  return items;
}

/** How a stage settles; not at all where the complaint left it by due and before an answer. */
function settleStage(
  facts: CaseFacts,
  stage: 1 | 2,
  beginning: Fact,
  leavings: readonly (Fact | undefined)[],
  rules: Rules,
  asOf: Day,
): Settled | undefined {
  const due = workCalendarOf(rules).nthWorkingDay(beginning.day, STAGE_LIMITS[stage]);
  if (due === undefined) return undefined;
  const response = firstInSequence(responsesAt(facts, stage), beginning);
  const left = leavings.some(
    (leaving) =>
      leaving !== undefined && leaving.day <= due && (response === undefined || compareFacts(leaving, response) < 0),
  );
  return left ? undefined : settle(due, response?.day, asOf);
}

function responsesAt(facts: CaseFacts, stage: 1 | 2): readonly Fact[] {
  return factsOf(facts, 'complaint.responded').filter(({ data }) => data['stage'] === stage);
}

/** The latest response in sequence, of either stage. */
function latestResponse(facts: CaseFacts, received: Fact, stage2: Fact | undefined): Fact | undefined {
  return factsOf(facts, 'complaint.responded').findLast((response) => {
    const beginning = response.data['stage'] === 2 ? stage2 : received;
    return beginning !== undefined && firstInSequence([response], beginning) !== undefined;
  });
}
