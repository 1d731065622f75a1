import { describe, expect, it } from '@jest/globals';
import { answerOf, KINDS, measureOf, monthsFrom, proportionOf } from '../figures/story.testkit.js';
import { wordsIn } from '../figures/sentence.words.js';
import { exampleComputed, exampleReleases, releasedTableOf } from '../query-client/example-scrutiny.testkit.js';
import { evidencesSideBySide, periodsSideBySide } from './compared-rows.story.js';
import { comparisonChoiceOf, momentCode, momentsOf } from './comparison-choice.parser.js';
import { differenceText } from './difference.words.js';
import { explainedPeriods } from './explained-periods.rule.js';
import { limitsOf } from './limits.words.js';

const share = measureOf('decisions-in-time', 'limit');

describe('a difference in words', () => {
  it.each([
    [0.5, 0.5, 'no change'],
    [0.5, 0.505, 'up 0.5 percentage points'],
    [0.51, 0.5, 'down 1 percentage point'],
    [0.5, 0.5001, 'up less than 0.1 percentage points'],
    [null, 0.5, 'no figure before'],
    [0.5, null, 'no figure after'],
    [null, null, 'no figure in either'],
  ])('from %p to %p is: %s', (before, after, text) => {
    expect(differenceText(share, before, after)).toBe(text);
  });

  it('of a count is in its unit', () => {
    expect(differenceText(measureOf('open-applications', 'stock'), 10, 9)).toBe('down 1 application');
  });
});

describe('figures side by side', () => {
  const before = answerOf(share, monthsFrom('2026-09-01', [proportionOf(90, 100)]));
  const after = answerOf(share, monthsFrom('2026-09-01', [proportionOf(91, 100), { status: ['z'] }]));

  it('have a cell for each moment, and say what changed from the first to the last', () => {
    const { rows, marks } = periodsSideBySide([
      { name: 'then', answer: before },
      { name: 'now', answer: after },
    ]);
    expect(rows).toEqual([
      {
        label: 'September 2026',
        cells: ['90.0% (90 of 100)', '91.0% (91 of 100)'],
        change: 'up 1 percentage point',
      },
      { label: 'October 2026', cells: ['not there', '[z]'], change: 'changed' },
    ]);
    expect(marks.map(({ text }) => text)).toEqual(['[z]']);
  });

  it('do not differ where they are the same', () => {
    const same = { name: 'then', answer: before };
    expect(periodsSideBySide([same, same]).rows.map(({ change }) => change)).toEqual(['no change']);
  });

  it('of two releases stand by what stands for the measure', () => {
    const { rows } = evidencesSideBySide(
      [
        { name: '1', rows: releasedTableOf('2024-25', 0.75).rows },
        { name: '2', rows: releasedTableOf('2025-26', 0.9).rows },
      ],
      ({ evidence }) => evidence.kind,
    );
    expect(rows).toEqual([
      { label: 'computed', cells: ['75% (150 of 200)', '90% (180 of 200)'], change: 'up 15 percentage points' },
    ]);
  });
});

describe('the moments of a comparison', () => {
  const moments = momentsOf({ steps: ['2026-11-22'], releases: exampleReleases.releases });

  it('are steps, then releases; one that there is not is not chosen', () => {
    expect(moments.map(momentCode)).toEqual(['2026-11-22', '2025-26.1', '2024-25.1']);
    const { a, b } = comparisonChoiceOf(new URLSearchParams('a=2026-11-22&b=yesterday'), moments);
    expect([a, b]).toEqual([{ kind: 'step', day: '2026-11-22' }, null]);
  });
});

describe('the periods that can be explained', () => {
  it('are those that had ended, months before years', () => {
    const codes = explainedPeriods('2026-10-31', undefined).map(([code]) => code);
    expect(codes.slice(0, 2)).toEqual(['2026-10', '2026-09']);
    expect(codes.slice(-3)).toEqual(['2025-26', '2024-25', '2023-24']);
    expect(explainedPeriods('2026-10-30', undefined)[0]).toEqual(['2026-09', 'September 2026']);
    expect(explainedPeriods('2026-10-31', ['year'])).toHaveLength(3);
  });
});

describe('what a figure does not tell', () => {
  it.each(KINDS)('is said of every kind, in short sentences: %s', (kind) => {
    const limits = limitsOf({ ...exampleComputed, kind, cohort: true }, true);
    expect(limits.length).toBeGreaterThan(3);
    expect(limits.flatMap((text) => text.split(/(?<=\.) /)).filter((sentence) => wordsIn(sentence) > 25)).toEqual([]);
  });
});
