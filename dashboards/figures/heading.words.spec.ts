import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Kind, Observation } from '../query-client/answers.fact.js';
import { storyOf } from './figure.story.js';
import { measuresWithPhrases } from './figure.words.js';
import { MOST_WORDS, wordsIn } from './sentence.words.js';
import { aboutOf, answerOf, askedAndAnswered, measureOf, monthsFrom, proportionOf } from './story.testkit.js';
import type { StoryPoint } from './story-point.story.js';
import { isShare } from './units.words.js';

/** What a text of a table says as a number: per cent, seconds, or as it stands. */
function numberIn(text: string): number {
  const part = (unit: string): number => Number(new RegExp(`(\\d+) ${unit}\\b`).exec(text)?.[1] ?? 0);
  if (/\d (s|min|h)\b/.test(text)) return part('h') * 3_600 + part('min') * 60 + part('s');
  return Number.parseFloat(text.replaceAll(',', ''));
}

function direction(heading: string): 'up' | 'down' | 'level' | null {
  if (/^(More|A larger share of)\b|\b(took|waited) longer\b/.test(heading)) return 'up';
  if (/^(Fewer|A smaller share of)\b|\b(took|waited) less time\b/.test(heading)) return 'down';
  return /^About (as many|the same share)|about as long/.test(heading) ? 'level' : null;
}

describe('a heading', () => {
  it('has at most 25 words, whatever the measure, kind and grain', () => {
    fc.assert(
      fc.property(askedAndAnswered, ({ answer, about }) => {
        const { heading } = storyOf(answer, about);
        expect(wordsIn(heading)).toBeGreaterThan(1);
        expect(wordsIn(heading)).toBeLessThanOrEqual(MOST_WORDS);
      }),
      { seed: 20261106, numRuns: 400 },
    );
  });

  it("compares two rows of the table, and truly by the table's own values", () => {
    let comparisons = 0;
    fc.assert(
      fc.property(askedAndAnswered, ({ answer, about }) => {
        const { heading, points, table } = storyOf(answer, about);
        const said = direction(heading);
        if (said === null) return;
        comparisons += 1;
        const at = points.findLastIndex(
          (point, index) =>
            index > 0 &&
            [point.during, point.duringInFull].some((latest) =>
              [points[index - 1]?.during, points[index - 1]?.duringInFull].some((before) =>
                ['than', 'as'].some((word) => heading.endsWith(`${latest} ${word} ${before ?? ''}`)),
              ),
            ),
        );
        const [latest, before] = [table.rows[at], table.rows[at - 1]].map((row) => numberIn(row?.[1] ?? ''));
        if (latest === undefined || before === undefined) throw new Error('no two rows');
        if (said === 'up') expect(latest).toBeGreaterThan(before);
        else if (said === 'down') expect(latest).toBeLessThan(before);
        else if (isShare(answer.measure.kind)) expect(Math.abs(latest - before)).toBeLessThanOrEqual(2.2);
        else expect(Math.abs(latest - before)).toBeLessThanOrEqual(0.02 * before + 1);
        if (isShare(answer.measure.kind) && /^(More|Fewer)/.test(heading)) {
          const [now, then] = [table.rows[at], table.rows[at - 1]].map((row) => numberIn(row?.[2] ?? ''));
          expect(Math.sign((now ?? 0) - (then ?? 0))).toBe(said === 'up' ? 1 : -1);
        }
      }),
      { seed: 20261107, numRuns: 600 },
    );
    expect(comparisons).toBeGreaterThan(100);
  });

  it('never rests on a period that is not over, and of a cohort measure on none that is provisional', () => {
    fc.assert(
      fc.property(askedAndAnswered, ({ answer, about }) => {
        const { heading, points } = storyOf(answer, about);
        if (direction(heading) === null) return;
        const isFirm = ({ complete, provisional }: StoryPoint): boolean =>
          complete && !(about.definition.cohort && provisional);
        for (const point of points.filter((each) => !isFirm(each))) {
          expect(heading).not.toMatch(new RegExp(`${point.during}( (than|as) .*)?$`));
        }
      }),
      { seed: 20261108 },
    );
  });

  it.each(measuresWithPhrases)('of %s is a sentence of its own for a rise', (id) => {
    for (const kind of ['count', 'limit', 'stock', 'time', 'mean'] as const) {
      const [before, latest] = [monthOf(kind, 1), monthOf(kind, 3)];
      expect(headingFor(id, kind, [before, latest])).toMatch(/October than (in|at the end of) September$/);
    }
  });
});

function monthOf(kind: Kind, size: number): Partial<Observation> {
  if (isShare(kind)) return proportionOf(size * 250, 1_000);
  return { value: size * 100, numerator: size * 100, denominator: 100 };
}

function headingFor(
  id: string,
  kind: Kind,
  months: readonly Partial<Observation>[],
  given: { readonly title?: string; readonly cohort?: boolean } = {},
): string {
  const measure = measureOf(id, kind, given.title);
  const first = `2026-${String(11 - months.length).padStart(2, '0')}-01`;
  return storyOf(answerOf(measure, monthsFrom(first, months)), aboutOf(measure, { cohort: given.cohort ?? false }))
    .heading;
}

const outcomesOf = (allowed: number, disallowed: number): Partial<Observation> => ({
  value: allowed + disallowed,
  parts: { allowed, disallowed },
});
const z = { status: ['z'] } as const;

describe('the heading', () => {
  it.each<[string, Kind, readonly Partial<Observation>[], string]>([
    [
      'decisions-in-time',
      'limit',
      [proportionOf(900, 1_000), proportionOf(820, 1_000)],
      'Fewer decisions were made in time in October than in September',
    ],
    [
      'decisions-in-time',
      'limit',
      [proportionOf(900, 1_000), proportionOf(1_640, 2_000)],
      'A smaller share of decisions were made in time in October than in September',
    ],
    [
      'decisions-in-time',
      'limit',
      [proportionOf(900, 1_000), proportionOf(905, 1_000)],
      'About the same share of decisions were made in time in October as in September',
    ],
    [
      'decisions-in-time',
      'limit',
      [proportionOf(9, 10), proportionOf(6, 10)],
      'No clear change between September and October in the share of decisions that were made in time',
    ],
    [
      'payments-on-time',
      'limit',
      [proportionOf(9, 9), proportionOf(8, 8)],
      'All payments were made on time in October, as in September',
    ],
    ['payments-on-time', 'limit', [proportionOf(0, 9)], 'No payments were made on time in October'],
    [
      'applications-received',
      'count',
      [{ value: 1_000 }, { value: 1_500 }],
      'More applications were received in October than in September',
    ],
    [
      'applications-received',
      'count',
      [{ value: 1_000 }, { value: 1_010 }],
      'About as many applications were received in October as in September',
    ],
    ['appeals-lodged', 'count', [{ value: 0 }, { value: 0 }], 'No appeals were lodged in October, as in September'],
    ['appeals-lodged', 'count', [{ value: 1 }], 'Decisions made in time: 1 in October'],
    [
      'open-applications',
      'stock',
      [{ value: 500 }, { value: 400 }],
      'Fewer applications were waiting for a decision at the end of October than at the end of September',
    ],
    [
      'decision-time',
      'time',
      [{ value: 20 }, { value: 25.5 }],
      'A decision usually took longer in October than in September',
    ],
    [
      'call-wait',
      'mean',
      [{ value: 300 }, { value: 200 }],
      'On average callers waited less time in October than in September',
    ],
    ['call-wait', 'mean', [z, { value: 252 }], 'On average callers waited 4 min 12 s in October'],
    [
      'redetermination-outcomes',
      'shares',
      [outcomesOf(60, 40), outcomesOf(80, 20)],
      'Most redeterminations that ended in October were allowed, as in September',
    ],
    [
      'redetermination-outcomes',
      'shares',
      [outcomesOf(50, 50), outcomesOf(60, 60)],
      'More redeterminations ended in October than in September',
    ],
    ['decisions-in-time', 'limit', [proportionOf(9, 10), z], 'Nothing was counted in October 2026'],
    ['decisions-in-time', 'limit', [z, z], 'Nothing was counted in any period shown'],
    ['decisions-in-time', 'limit', [{ status: ['x'] }], 'The figure for October 2026 is not available'],
    ['decisions-in-time', 'limit', [{ status: ['c'] }], 'The figure for October 2026 is held back to protect people'],
    ['decisions-made', 'count', [{ value: 9, complete: false }], 'So far, 9 applications were decided in October'],
    ['decisions-made', 'count', [{ value: 5 }, { value: 9, status: ['b'] }], '9 applications were decided in October'],
    ['decisions-made', 'count', [], 'No figures yet'],
  ])('of %s, a %s: %j', (id, kind, months, heading) => {
    expect(headingFor(id, kind, months)).toBe(heading);
  });

  it('of a cohort measure waits until nothing is provisional', () => {
    const provisional = { ...proportionOf(900, 1_000), status: ['p'] } as const;
    const firm = [proportionOf(900, 1_000), proportionOf(700, 1_000)];
    expect(headingFor('right-first-time', 'proportion', [...firm, provisional], { cohort: true })).toBe(
      'Fewer decisions were right first time in September than in August',
    );
    expect(headingFor('right-first-time', 'proportion', [provisional], { cohort: true })).toBe(
      'It is too early to say how many decisions were right first time',
    );
  });

  it('of a survey question quotes it, and of an unknown measure its title', () => {
    const rise = [proportionOf(500, 1_000), proportionOf(500, 700)];
    expect(headingFor('survey.s1-m01', 'proportion', rise, { title: 'Treated kindly' })).toBe(
      'A larger share of people surveyed agreed with “Treated kindly” in October than in September',
    );
    expect(headingFor('of-tomorrow', 'proportion', rise, { title: 'Doors open' })).toBe(
      'A larger share of cases were counted for “Doors open” in October than in September',
    );
  });
});
