import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordedFact } from '../../events/case.codec.js';
import { measures } from '../measure-list.measure.js';
import { DifferenceTable } from '../rows/difference-table.measure.js';
import { inCanonicalOrder } from '../rows/rows.measure.js';
import { CaseState } from './case-state.measure.js';
import { arrivals, factsLeftBy, naiveRows, smallRules } from './case.testkit.js';
import { foldFact, type Outcome } from './fold.measure.js';
import { programOf, withoutMask } from './program.measure.js';

const program = programOf(measures, smallRules);
const seeded = { seed: 20260401, numRuns: 400 };

function foldAll(
  copies: readonly RecordedFact[],
  using = program,
): { rows: unknown; outcomes: Outcome[]; state: CaseState } {
  const table = new DifferenceTable();
  const state = CaseState.empty();
  const outcomes = copies.map((copy) => foldFact(state, copy, using, table));
  return { rows: inCanonicalOrder(table.drain()), outcomes, state };
}

describe('the fold of a case', () => {
  it('gives what the naive way gives: every day, every measure, nothing remembered', () => {
    fc.assert(
      fc.property(arrivals, (copies) => {
        expect(foldAll(copies).rows).toEqual(naiveRows(factsLeftBy(copies), program));
      }),
      seeded,
    );
  });

  it('depends on the set of facts, not on the order in which they come', () => {
    const shuffled = arrivals.chain((copies) => {
      const agreeing = copies.filter((copy) => factsLeftBy(copies).some((fact) => isCopyOf(fact, copy)));
      return fc.tuple(fc.constant(agreeing), fc.shuffledSubarray([...agreeing], { minLength: agreeing.length }));
    });
    fc.assert(
      fc.property(shuffled, ([copies, others]) => {
        expect(foldAll(renumbered(others)).rows).toEqual(foldAll(renumbered(copies)).rows);
      }),
      seeded,
    );
  });

  it('gives the same with and without its mask', () => {
    fc.assert(
      fc.property(arrivals, (copies) => {
        expect(foldAll(copies).rows).toEqual(foldAll(copies, withoutMask(program)).rows);
      }),
      seeded,
    );
  });

  it('taking everything again changes nothing, and answers what it answered at first', () => {
    fc.assert(
      fc.property(arrivals, (copies) => {
        const { outcomes, state } = foldAll(copies);
        const facts = state.facts;
        const table = new DifferenceTable();
        expect(copies.map((copy) => foldFact(state, copy, program, table))).toEqual(outcomes);
        expect(state.facts).toEqual(facts);
        expect(table.size).toBe(0);
      }),
      seeded,
    );
  });

  it('goes on from a case that was rebuilt as from one that was kept', () => {
    fc.assert(
      fc.property(arrivals, fc.nat(14), (copies, cut) => {
        const counted = copies.slice(0, cut);
        const rest = copies.slice(cut);
        const kept = foldAll(counted).state;
        const rebuilt = CaseState.empty();
        for (const copy of counted) foldFact(rebuilt, copy, program, new DifferenceTable());
        const [a, b] = [new DifferenceTable(), new DifferenceTable()];
        for (const copy of rest) {
          expect(foldFact(rebuilt, copy, program, a)).toBe(foldFact(kept, copy, program, b));
        }
        expect(inCanonicalOrder(a.drain())).toEqual(inCanonicalOrder(b.drain()));
      }),
      seeded,
    );
  });
});

describe('a case that is full', () => {
  it('takes no further fact, and still knows those that it holds', () => {
    const call = (n: number): RecordedFact => ({
      name: 'evidence.complete',
      data: {},
      source: 'urn:a',
      id: String(n),
      at: Date.UTC(2026, 3, 1),
      finer: '',
      recordDay: 20544,
      offset: n,
    });
    const full = new CaseState(
      Array.from({ length: 5_000 }, (_, n) => call(n)),
      4_999,
    );
    expect(foldFact(full, call(5_000), program, new DifferenceTable())).toBe('case-full');
    expect(foldFact(full, { ...call(17), offset: 5_001 }, program, new DifferenceTable())).toBe('duplicate');
    expect(full.facts).toHaveLength(5_000);
  });
});

function isCopyOf(fact: RecordedFact, copy: RecordedFact): boolean {
  return (
    fact.source === copy.source &&
    fact.id === copy.id &&
    fact.name === copy.name &&
    fact.at === copy.at &&
    JSON.stringify(fact.data) === JSON.stringify(copy.data)
  );
}

function renumbered(copies: readonly RecordedFact[]): readonly RecordedFact[] {
  return copies.map((copy, offset) => ({ ...copy, offset }));
}
