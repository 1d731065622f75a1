import { describe, expect, it } from '@jest/globals';
import { describeStanding } from './standing.codec.js';

describe('the table of what runs', () => {
  it('has a line for each server, in columns', () => {
    const running = { pid: 4711, port: 19092, since: '2026-04-01T09:30:00.000Z', residentBytes: 339_000_000 };
    const table = describeStanding([
      { name: 'broker', running, answers: true },
      { name: 'store', running: { ...running, pid: 4712, port: 27117 }, answers: false },
      { name: 'store', running: null, answers: false },
    ]);
    expect(table.split('\n')).toEqual([
      '        state            pid   port   since                     memory',
      'broker  up               4711  19092  2026-04-01T09:30:00.000Z  339 MB',
      'store   does not answer  4712  27117  2026-04-01T09:30:00.000Z  339 MB',
      'store   down',
      '',
    ]);
  });
});
