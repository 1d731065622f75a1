import type { Claim } from './claim.oracle.js';
import { compareInstants } from './instant.oracle.js';
import type { Item } from './item.oracle.js';
import { itemOf } from './item.oracle.js';
import { factsOf, firstInSequence, firstOfEachRef } from './putting-right.oracle.js';
import type { Rules } from './rules.oracle.js';
import { workCalendarOf } from './workday.oracle.js';

const CONSULTED = ['ADP', 'CDP', 'PADP'];

/** What is counted of a claim's decision, on the day of the decision. */
export function decisionItems(claim: Claim, rules: Rules): readonly Item[] {
  const { facts, decision, dimensions, benefit } = claim;
  if (decision === undefined) return [];
  const item = (measure: string, what: Item['what']): Item => itemOf(measure, decision.day, dimensions, what);
  const notAfterDecision = (type: string) =>
    factsOf(facts, type).filter(({ time }) => compareInstants(time, decision.time) <= 0);

  const items = [item('decisions-made', true), item('right-first-time', !wasChanged(claim))];
  if (rules.benefits.some(({ code, redetermination }) => code === benefit && redetermination !== null)) {
    items.push(item('redetermination-rate', factsOf(facts, 'redetermination.requested').length > 0));
  }
  const evidence = notAfterDecision('evidence.complete').at(-1);
  if (evidence !== undefined) {
    items.push(item('evidence-to-decision', workCalendarOf(rules).between(evidence.day, decision.day)));
  }
  if (CONSULTED.includes(benefit)) {
    items.push(item('consultation-share', notAfterDecision('consultation.held').length > 0));
  }
  return items;
}

/** Whether a redetermination or an appeal found for the client, if only in part. */
function wasChanged({ facts }: Claim): boolean {
  return (
    hasOutcome(facts, 'redetermination.requested', 'redetermination.decided', ['allowed', 'partly-allowed']) ||
    hasOutcome(facts, 'appeal.lodged', 'appeal.decided', ['upheld', 'partly-upheld'])
  );
}

function hasOutcome(
  facts: Claim['facts'],
  beginningType: string,
  endType: string,
  outcomes: readonly unknown[],
): boolean {
  return [...firstOfEachRef(facts, beginningType)].some(([ref, beginning]) =>
    outcomes.includes(firstInSequence(factsOf(facts, endType, ref), beginning)?.data['outcome']),
  );
}
