import { describe, expect, it } from '@jest/globals';
import type { AggregateRow } from './aggregate-row.fact.js';
import { changeInWords, changesInWords } from './differences-in-words.rule.js';
import { differencesBetween } from './differences.rule.js';
import { rowOf, rowWithoutFigure } from './publication.testkit.js';

function inWords(before: AggregateRow | null, after: AggregateRow | null): string {
  const rows = (row: AggregateRow | null): readonly AggregateRow[] => (row === null ? [] : [row]);
  return differencesBetween(rows(before), rows(after)).map(changeInWords).join('\n');
}

const name = 'S2-M31 “Decisions made in time” (decisions-in-time)';
const days = (value: number): AggregateRow => rowOf({ value, unit: 'working days' });

describe('a change in words', () => {
  it.each([
    [rowOf(), rowOf({ value: 0.913 }), `${name} went from 90% to 91.3%, up by 1.3 percentage points.`],
    [rowOf(), rowOf({ value: 0.89 }), `${name} went from 90% to 89%, down by 1 percentage point.`],
    [rowOf(), rowOf({ value: 0.9001 }), `${name} went from 90% to 90.01%, up by 0.01 percentage points.`],
    [days(1), days(1200.5), `${name} went from 1 working day to 1,200.5 working days, up by 1,199.5 working days.`],
    [rowOf(), rowWithoutFigure({ status: ['c'] }), `${name} went from 90% to suppressed [c].`],
    [rowWithoutFigure({ status: ['z'] }), rowOf(), `${name} went from not applicable [z] to 90%.`],
    [null, rowOf(), `${name} is new: 90%.`],
    [rowOf(), null, `${name} is no longer there. It was 90%.`],
    [
      rowOf(),
      rowOf({ numerator: 180, denominator: 200, status: ['p'] }),
      `${name} stays 90%. What changed: the numerator from 90 to 180, the denominator from 100 to 200 and the marks.`,
    ],
    [rowWithoutFigure({ text: 'One.' }), rowWithoutFigure({ text: 'Two.' }), `${name} has another text.`],
  ])('is one sentence: %#', (before, after, words) => {
    expect(inWords(before, after)).toBe(words);
  });

  it('says what is only related', () => {
    const evidence = { kind: 'survey', measure: 'survey.s1-m01', relation: 'proxy' } as const;
    expect(inWords(null, rowOf({ evidence }))).toContain('(survey.s1-m01, related) is new');
  });
});

describe('the changes of a release in words', () => {
  it.each([
    [null, 'This is the first release of the year.\n'],
    ['2024-25.1', 'Nothing changed since release 2024-25.1.\n'],
  ])('say so where there are none: %s', (supersedes, words) => {
    expect(changesInWords([], supersedes)).toBe(words);
  });

  it('are counted first', () => {
    const changes = differencesBetween([rowOf()], [rowOf({ value: 0.91 })]);
    expect(changesInWords(changes, '2024-25.1')).toBe(
      `1 row changed since release 2024-25.1.\n${name} went from 90% to 91%, up by 1 percentage point.\n`,
    );
  });
});
