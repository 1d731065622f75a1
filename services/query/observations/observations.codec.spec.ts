import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../../../libs/measures/figures/observe.measure.js';
import { toCsv } from './observations.codec.js';

const nothing: Observation = {
  period: '2026-01',
  start: '2026-01-01',
  end: '2026-01-31',
  complete: true,
  dimensions: {},
  value: null,
  numerator: null,
  denominator: null,
  p90: null,
  parts: null,
  interval: null,
  target: null,
  status: [],
};

describe('observations as CSV', () => {
  it('are a header only where there are none', () => {
    expect(toCsv([], [])).toBe('period,start,end,value,numerator,denominator,low,high,p90,target,status\r\n');
  });

  it('have the dimensions of the breakdown in its order, and blanks for null', () => {
    const row: Observation = {
      ...nothing,
      dimensions: { benefit: 'ADP', channel: 'online' },
      value: 0.9125,
      numerator: 73,
      denominator: 80,
      interval: { low: 0.8302, high: 0.957, level: 0.95 },
      target: 0.9,
      status: ['z', 'p'],
    };
    expect(toCsv([row, { ...row, ...nothing, dimensions: row.dimensions, p90: 12 }], ['channel', 'benefit'])).toBe(
      'period,start,end,channel,benefit,value,numerator,denominator,low,high,p90,target,status\r\n' +
        '2026-01,2026-01-01,2026-01-31,online,ADP,0.9125,73,80,0.8302,0.957,,0.9,z p\r\n' +
        '2026-01,2026-01-01,2026-01-31,online,ADP,,,,,,12,,\r\n',
    );
  });

  it('quote what would break a line', () => {
    const dimensions = { benefit: 'a "b", c\r\nd' };
    expect(toCsv([{ ...nothing, dimensions }], ['benefit'])).toContain(
      '\r\n2026-01,2026-01-01,2026-01-31,"a ""b"", c\r\nd",',
    );
  });
});
