import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { measurement } from './measurement.testkit.js';
import { ratioOf, spreadOf, summaryOf } from './spread.rule.js';

const figures = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 9 });

describe('a spread', () => {
  it('has as many figures below its median as above, whatever their order', () => {
    fc.assert(
      fc.property(figures, (some) => {
        const { median, least, most } = spreadOf(some) ?? { median: NaN, least: NaN, most: NaN };
        const below = some.filter((figure) => figure < median).length;
        const above = some.filter((figure) => figure > median).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(some.length / 2);
        expect([least, most]).toEqual([Math.min(...some), Math.max(...some)]);
        expect(spreadOf(some.toReversed())).toEqual({ median, least, most });
      }),
      { seed: 6 },
    );
  });

  it('lies between the two in the middle of an even number', () => {
    expect(spreadOf([40, 10, 30, 20])).toEqual({ median: 25, least: 10, most: 40 });
  });

  it('of nothing is nothing', () => {
    expect(spreadOf([])).toBeNull();
  });
});

describe('a ratio', () => {
  const measurements = [
    measurement({ run: 1, part: 'ours', eventsPerSecond: 30_000 }),
    measurement({ run: 1, part: 'peer', eventsPerSecond: 20_000 }),
    measurement({ run: 2, part: 'ours', eventsPerSecond: 20_000 }),
    measurement({ run: 2, part: 'peer', eventsPerSecond: 8_000 }),
    measurement({ run: 3, part: 'ours', eventsPerSecond: 90_000 }),
  ];

  it('divides what was measured in one run', () => {
    expect(measurements.map((one) => ratioOf(one, measurements, 'peer'))).toEqual([1.5, 1, 2.5, 1, null]);
  });

  it('is summed up over the runs that have it, in the order of the parts', () => {
    expect(summaryOf(measurements, 'peer')).toEqual([
      {
        part: 'ours',
        eventsPerSecond: { median: 30_000, least: 20_000, most: 90_000 },
        ratio: { median: 2, least: 1.5, most: 2.5 },
      },
      {
        part: 'peer',
        eventsPerSecond: { median: 14_000, least: 8_000, most: 20_000 },
        ratio: { median: 1, least: 1, most: 1 },
      },
    ]);
  });

  it('is not there where nothing was measured beside', () => {
    expect(summaryOf([measurement({ part: 'ours' })], 'peer')[0]?.ratio).toBeNull();
  });
});
