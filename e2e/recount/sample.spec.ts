import { describe, expect, it } from '@jest/globals';
import type { Observation } from './recount.oracle.js';
import { Recount } from './recount.oracle.js';
import { registerRules, sampleAnswers, sampleEvents } from './sample.testkit.js';

const SAME = 1e-12;

describe('the sample, counted independently', () => {
  const counted = new Recount(sampleEvents(), registerRules());
  const expected = sampleAnswers();

  it('holds every question', () => {
    expect(expected).toHaveLength(131);
  });

  it.each(expected)('$measure by $by, $grain, as known on $asOf', ({ observations, ...question }) => {
    const rows = counted.answer(question);
    const compared = question.by.length === 0 ? rows : rows.filter(holdsSomething);
    expect(differences(compared, observations)).toEqual([]);
  });
});

/** The sample leaves out the rows of a breakdown in which nothing is counted. */
function holdsSomething({ value }: Observation): boolean {
  return value !== null && value !== 0;
}

function differences(rows: readonly Observation[], expected: readonly Observation[]): readonly unknown[] {
  const length = Math.max(rows.length, expected.length);
  return Array.from({ length }, (_, index) => ({ counted: rows[index], expected: expected[index] })).filter(
    (pair) => !isSame(pair.counted, pair.expected),
  );
}

/** Equal JSON values, numbers to within 1e-12. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= SAME;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [new Map<string, unknown>(Object.entries(a)), new Map<string, unknown>(Object.entries(b))];
  return (
    left.size === right.size && [...left].every(([name, value]) => right.has(name) && isSame(value, right.get(name)))
  );
}
