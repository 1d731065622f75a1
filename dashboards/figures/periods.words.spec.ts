import { describe, expect, it } from '@jest/globals';
import type { Grain, Kind } from '../query-client/answers.fact.js';
import { dateOfInstantText, dateText, momentText, periodWords, spanText } from './periods.words.js';
import { observationOf, periodsFrom } from './story.testkit.js';

function wordsOf(grain: Grain, date: string, kind: Kind = 'count'): ReturnType<typeof periodWords> {
  const [period] = periodsFrom(grain, date, 1);
  if (period === undefined) throw new Error('no period');
  return periodWords(grain, kind, observationOf(period, {}));
}

describe('a period in words', () => {
  it.each<[Grain, string, string, string, string, string]>([
    ['day', '2026-04-01', '1 April 2026', '1 Apr', 'on 1 April', 'on 1 April 2026'],
    [
      'week',
      '2026-11-18',
      'week from 16 November 2026',
      '16 Nov',
      'in the week from 16 November',
      'in the week from 16 November 2026',
    ],
    ['month', '2026-10-05', 'October 2026', 'Oct', 'in October', 'in October 2026'],
    ['quarter', '2026-08-05', 'July to September 2026', 'Jul', 'from July to September', 'from July to September 2026'],
    ['year', '2026-08-05', '2026-27', '2026-27', 'in 2026-27', 'in 2026-27'],
  ])('of a %s that holds %s is %s', (grain, date, label, short, during, duringInFull) => {
    expect(wordsOf(grain, date)).toMatchObject({ label, short, during, duringInFull });
  });

  it.each([
    ['day', 'on 5 August 2026'],
    ['week', 'at the end of the week from 3 August 2026'],
    ['month', 'at the end of August 2026'],
    ['quarter', 'at the end of September 2026'],
    ['year', 'at the end of 2026-27'],
  ] as const)('of a stock is the end of the %s', (grain, text) => {
    expect(wordsOf(grain, '2026-08-05', 'stock').duringInFull).toBe(text);
  });

  it('and the next make a span; one by itself is its own', () => {
    expect(spanText([{ label: 'April 2025' }, { label: 'May 2025' }])).toBe('April 2025 to May 2025');
    expect(spanText([{ label: 'April 2025' }])).toBe('April 2025');
    expect(spanText([])).toBe('');
  });
});

describe('a moment in words', () => {
  it('is on the clock of Europe/London', () => {
    expect(momentText('2026-11-23T10:42:31Z')).toBe('23 November 2026, 10:42');
    expect(momentText('2026-06-30T23:05:00Z')).toBe('1 July 2026, 00:05');
    expect(dateOfInstantText('2026-06-30T23:05:00Z')).toBe('1 July 2026');
  });

  it('that is none stays as it stands', () => {
    expect(momentText('soon')).toBe('soon');
    expect(dateText('2026-02-30')).toBe('2026-02-30');
  });
});
