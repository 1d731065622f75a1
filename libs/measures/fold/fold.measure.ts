import type { RecordedFact } from '../../events/case.codec.js';
import { sameContent } from '../../events/content.fact.js';
import { effectiveFacts } from '../../events/correction.fact.js';
import { putsRight } from '../../events/fact-name.fact.js';
import type { DifferenceTable } from '../rows/difference-table.measure.js';
import type { CaseState } from './case-state.measure.js';
import { Contributions, contributionsOf } from './contributions.measure.js';
import type { Program } from './program.measure.js';

/**
 * Changes with what a segment says of the same log and the same definitions. Part of the fingerprint.
 * 2: feeds are seen when their facts were recorded.
 */
export const foldVersion = 2;

/**
 * What became of a record: `applied` to the case, a `duplicate` of a fact it holds, in `conflict` with one (the same
 * identity with other content), or refused because the case is full.
 */
export type Outcome = 'applied' | 'duplicate' | 'conflict' | 'case-full';

/**
 * Folds one log record into its case and its figures: contributions(after) − contributions(before), each difference at
 * the day on which it became known. The case and the table change together or, on an error, not at all.
 *
 * A case that has seen the record already (its `through` is at or past it) is left alone, and the answer is what it was
 * then: the fact's own record `applied`, another with its content `duplicate`, and so on.
 *
 * @param into takes the differences
 */
export function foldFact(state: CaseState, fact: RecordedFact, program: Program, into: DifferenceTable): Outcome {
  const held = state.find(fact.source, fact.id);
  if (held !== null) {
    if (held.offset === fact.offset) return 'applied';
    if (!sameContent(held, fact)) return 'conflict';
    if (fact.recordDay < held.recordDay && fact.offset > state.through) {
      putRecordDayBack(state, held, fact, program, into);
    }
    return 'duplicate';
  }
  if (fact.offset <= state.through || !state.hasRoomFor(fact)) return 'case-full';
  addFact(state, fact, program, into);
  return 'applied';
}

/** Room that every fold writes anew. */
const before = new Contributions();
const after = new Contributions();

function addFact(state: CaseState, fact: RecordedFact, program: Program, into: DifferenceTable): void {
  const affected = affectedBy(fact, state, program);
  if (fact.recordDay < state.highestRecordDay) {
    addReplayed(state.facts, state.factsWith(fact), fact.recordDay, affected, program, into);
    state.add(fact, null);
    return;
  }
  const reading = state.readingWith(fact);
  if (affected.length > 0) {
    contributionsOf(state.reading, program, affected, before);
    contributionsOf(reading, program, affected, after);
    addDifference(before, after, fact.recordDay, into);
  }
  state.add(fact, reading);
}

/** A copy of a held fact was recorded earlier: whatever the order, a fact is known from its earliest record on. */
function putRecordDayBack(
  state: CaseState,
  held: RecordedFact,
  copy: RecordedFact,
  program: Program,
  into: DifferenceTable,
): void {
  const facts = state.factsRecordedEarlier(held, copy.recordDay);
  addReplayed(state.facts, facts, copy.recordDay, affectedBy(held, state, program), program, into);
  state.putRecordDayBack(held, copy.recordDay, copy.offset);
}

/**
 * The difference between two versions of a case, for every day from `from` on at which either learnt something: what was
 * known at a day is the sum of the differences up to it.
 */
function addReplayed(
  factsBefore: readonly RecordedFact[],
  factsAfter: readonly RecordedFact[],
  from: number,
  affected: readonly number[],
  program: Program,
  into: DifferenceTable,
): void {
  if (affected.length === 0) return;
  const days = new Set<number>();
  for (const facts of [factsBefore, factsAfter]) {
    for (const fact of facts) if (fact.recordDay >= from) days.add(fact.recordDay);
  }
  const replay = [...days]
    .sort((a, b) => a - b)
    .map((day) => ({
      day,
      before: freshContributionsOf(knownAt(factsBefore, day), program, affected),
      after: freshContributionsOf(knownAt(factsAfter, day), program, affected),
    }));
  replay.forEach(({ day, before: then, after: now }, step) => {
    addDifference(then, now, day, into);
    const previous = replay[step - 1];
    if (previous !== undefined) addDifference(previous.after, previous.before, day, into);
  });
}

function freshContributionsOf(
  facts: readonly RecordedFact[],
  program: Program,
  affected: readonly number[],
): Contributions {
  const contributions = new Contributions();
  contributionsOf(effectiveFacts(facts), program, affected, contributions);
  return contributions;
}

function knownAt(facts: readonly RecordedFact[], day: number): readonly RecordedFact[] {
  return facts.filter((fact) => fact.recordDay <= day);
}

function addDifference(from: Contributions, to: Contributions, recordDay: number, into: DifferenceTable): void {
  if (from.equals(to)) return;
  to.forEach((measure, tuple, day, x) => {
    into.add(measure, tuple, day, recordDay, x, 1);
  });
  from.forEach((measure, tuple, day, x) => {
    into.add(measure, tuple, day, recordDay, x, -1);
  });
}

const none: readonly number[] = [];

/** Indexes of the measures that a fact can change: its own, or those of the fact that it puts right. */
function affectedBy(fact: RecordedFact, state: CaseState, { affectedBy: mask }: Program): readonly number[] {
  if (fact.name !== 'fact.corrected' && fact.name !== 'fact.withdrawn') return mask.get(fact.name) ?? none;
  const target = state.find(fact.data.source, fact.data.id);
  return target === null || putsRight(target.name) ? none : (mask.get(target.name) ?? none);
}
