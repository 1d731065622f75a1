import { appealItems } from './appeal.oracle.js';
import { applicationItems } from './application.oracle.js';
import { claimOf } from './claim.oracle.js';
import { complaintItems } from './complaint.oracle.js';
import { callItems, feedbackItems, surveyItems } from './contact.oracle.js';
import type { Day } from './day.oracle.js';
import { dayOf } from './day.oracle.js';
import { decisionItems } from './decision.oracle.js';
import type { LoggedEvent } from './fact.oracle.js';
import { readFact } from './fact.oracle.js';
import type { LoggedCases } from './identity.oracle.js';
import { distinctFacts } from './identity.oracle.js';
import type { Item } from './item.oracle.js';
import type { Observation, Question } from './observation.oracle.js';
import { observe } from './observation.oracle.js';
import { paymentItems } from './payment.oracle.js';
import type { CaseFacts } from './putting-right.oracle.js';
import { putRight } from './putting-right.oracle.js';
import { redeterminationItems } from './redetermination.oracle.js';
import type { StandingReport } from './reported.oracle.js';
import { reportOf } from './reported.oracle.js';
import { requestItems } from './request.oracle.js';
import type { Rules } from './rules.oracle.js';

export type { LoggedEvent } from './fact.oracle.js';
export type { Item } from './item.oracle.js';
export type { Observation, Question } from './observation.oracle.js';
export type { StandingReport } from './reported.oracle.js';
export type { Rules } from './rules.oracle.js';

/**
 * Answers one question by counting all over again, from the valid events in log order.
 * Slow and plain on purpose: it shares nothing with the programs it checks.
 */
export function recount(events: readonly LoggedEvent[], question: Question, rules: Rules): readonly Observation[] {
  return new Recount(events, rules).answer(question);
}

/** Everything that every measure counts, as known at the end of the day `asOf`, case by case. */
export function explode(events: readonly LoggedEvent[], asOf: string, rules: Rules): readonly Item[] {
  return new Recount(events, rules).itemsAsOf(asOf);
}

/** Reads the events once and answers any number of questions; what was known at a day is kept. */
export class Recount {
  readonly #cases: LoggedCases;
  readonly #rules: Rules;
  readonly #itemsOfMeasure = new Map<string, ReadonlyMap<string, readonly Item[]>>();

  constructor(events: readonly LoggedEvent[], rules: Rules) {
    this.#cases = distinctFacts(events.map(readFact));
    this.#rules = rules;
  }

  answer(question: Question): readonly Observation[] {
    return observe(this.#knownAt(question.asOf).get(question.measure) ?? [], question, this.#rules);
  }

  itemsAsOf(asOf: string): readonly Item[] {
    return [...this.#knownAt(asOf).values()].flat();
  }

  /** What stands, as known at the end of the day `asOf`, of what was reported about a measure of the framework and year. */
  reported(measure: string, year: string, asOf: string): StandingReport {
    const facts = this.#cases.get(`${measure}.${year}`) ?? [];
    const lastDay = dayOf(asOf);
    const known = facts.filter(({ recorded }) => recorded <= lastDay);
    return reportOf(putRight(known, this.#rules), measure, year);
  }

  #knownAt(asOf: string): ReadonlyMap<string, readonly Item[]> {
    const known = this.#itemsOfMeasure.get(asOf);
    if (known !== undefined) return known;
    const lastDay = dayOf(asOf);
    const items = [...this.#cases.values()].flatMap((facts) =>
      itemsOfCase(
        putRight(
          facts.filter(({ recorded }) => recorded <= lastDay),
          this.#rules,
        ),
        this.#rules,
        lastDay,
      ),
    );
    const byMeasure = new Map<string, Item[]>();
    for (const item of items) {
      const ofMeasure = byMeasure.get(item.measure) ?? [];
      byMeasure.set(item.measure, ofMeasure);
      ofMeasure.push(item);
    }
    this.#itemsOfMeasure.set(asOf, byMeasure);
    return byMeasure;
  }
}

/** What is counted of one subject. Its facts may be of a claim, a complaint, a call, feedback or a survey. */
function itemsOfCase(facts: CaseFacts, rules: Rules, asOf: Day): readonly Item[] {
  const claim = claimOf(facts, rules);
  const items = [...complaintItems(facts, rules, asOf), ...callItems(facts), ...feedbackItems(facts)];
  items.push(...surveyItems(facts));
  if (claim === undefined) return items;
  return [
    ...items,
    ...applicationItems(claim, rules, asOf),
    ...decisionItems(claim, rules),
    ...redeterminationItems(claim, rules, asOf),
    ...appealItems(claim),
    ...paymentItems(claim, asOf),
    ...requestItems(claim),
  ];
}
