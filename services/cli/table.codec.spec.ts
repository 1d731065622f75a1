import { expect, it } from '@jest/globals';
import { toTable } from './table.codec.js';

it('a table has columns of equal width, with figures to the right', () => {
  const rows = [
    ['2025-26-Q1', '0.5', 'p'],
    ['2025-26-Q2', '', 'z p'],
    ['total', '1,234', ''],
  ];
  expect(toTable(['period', 'value', 'status'], rows)).toBe(
    [
      'period      value  status',
      '----------  -----  ------',
      '2025-26-Q1    0.5  p',
      '2025-26-Q2         z p',
      'total       1,234',
    ].join('\n'),
  );
});
