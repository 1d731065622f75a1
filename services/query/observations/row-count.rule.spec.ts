import { describe, expect, it } from '@jest/globals';
import { AGE_BANDS, BENEFITS } from '../../../libs/events/codes.fact.js';
import {
  holdingsOf,
  measureNamed,
  questionOf,
  type Asked,
  type WrittenRow,
} from '../../../libs/measures/figures/holdings.testkit.js';
import { stillOpen } from '../../../libs/measures/measure.measure.js';
import { hasTooManyRows } from './row-count.rule.js';

/** Something counted for each of the first benefits, in each age band. */
function rowsFor(benefits: number, x: number): readonly WrittenRow[] {
  return BENEFITS.slice(0, benefits).flatMap((benefit) =>
    AGE_BANDS.map((ageBand) => ({ on: '2024-01-05', x, at: { benefit, ageBand } })),
  );
}

function isRefused(id: string, rows: readonly WrittenRow[], asked: Asked): boolean {
  const measure = measureNamed(id);
  return hasTooManyRows(questionOf(measure, asked), holdingsOf(measure, rows));
}

describe('an answer has too many rows', () => {
  const years = { grain: 'day', from: '2023-04-01', to: '2024-03-31', by: ['benefit', 'ageBand'] } as const;

  it.each([
    ['applications-received', 0],
    ['open-applications', stillOpen],
  ])('where the combinations there are make more than 10,000: %s', (id, x) => {
    expect(AGE_BANDS).toHaveLength(7);
    // 366 days: 3 × 7 combinations make 7,686 rows, 4 × 7 make 10,248.
    expect(isRefused(id, rowsFor(3, x), years)).toBe(false);
    expect(isRefused(id, rowsFor(4, x), years)).toBe(true);
  });

  it('not for combinations that there might have been', () => {
    expect(isRefused('applications-received', [], years)).toBe(false);
  });

  it('not for a stock that stands at none of the dates', () => {
    expect(isRefused('open-applications', rowsFor(4, 0), years)).toBe(false);
  });

  it('never without a breakdown', () => {
    expect(isRefused('applications-received', rowsFor(4, 0), { ...years, by: [] })).toBe(false);
  });
});
