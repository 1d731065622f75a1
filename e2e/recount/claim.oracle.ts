import type { Day } from './day.oracle.js';
import type { Fact } from './fact.oracle.js';
import { earlierOf, requiredText, textOf } from './fact.oracle.js';
import type { Dimensions } from './item.oracle.js';
import { dimensionsFrom } from './item.oracle.js';
import type { CaseFacts } from './putting-right.oracle.js';
import { factsOf, firstInSequence } from './putting-right.oracle.js';
import type { Rules } from './rules.oracle.js';
import { decisionTargetOf } from './rules.oracle.js';
import { workCalendarOf } from './workday.oracle.js';

/** A claim as known (contract: measures, Claim). */
export interface Claim {
  readonly facts: CaseFacts;
  readonly received: Fact;
  readonly benefit: string;
  readonly specialRules: boolean;
  readonly dimensions: Dimensions;
  /** Absent: not started. */
  readonly start: Day | undefined;
  readonly due: Day | undefined;
  readonly decision: Fact | undefined;
  /** The decision or the withdrawal, whichever ended it. */
  readonly processed: Fact | undefined;
}

/** The claim of a subject; `undefined` until `application.received` is known. */
export function claimOf(facts: CaseFacts, rules: Rules): Claim | undefined {
  const [received] = factsOf(facts, 'application.received');
  if (received === undefined) return undefined;
  const benefit = requiredText(received.data, 'benefit');
  const specialRules = received.data['specialRules'] === true;
  const [part2] = factsOf(facts, 'application.part2-received');
  const start = received.data['part2Required'] === true ? part2?.day : received.day;
  const decision = firstInSequence(factsOf(facts, 'decision.made'), received);
  const withdrawal = firstInSequence(factsOf(facts, 'application.withdrawn'), received);
  const target = start === undefined ? undefined : decisionTargetOf(rules, { benefit, specialRules, start });
  return {
    facts,
    received,
    benefit,
    specialRules,
    dimensions: claimDimensions(facts, received),
    start,
    due: start === undefined || target === undefined ? undefined : workCalendarOf(rules).after(start, target),
    decision,
    processed: earlierOf(withdrawal, decision),
  };
}

function claimDimensions(facts: CaseFacts, received: Fact): Dimensions {
  const forms = factsOf(facts, 'equality.form-recorded');
  const latest = (name: string): string => {
    const stating = forms.findLast(({ data }) => textOf(data, name) !== undefined);
    return (stating && textOf(stating.data, name)) ?? 'not-recorded';
  };
  return {
    ...dimensionsFrom(received, ['benefit', 'channel', 'localAuthority']),
    ageBand: latest('ageBand'),
    gender: latest('gender'),
    ethnicGroup: latest('ethnicGroup'),
    disability: latest('disability'),
  };
}
