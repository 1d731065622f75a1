import { describe, expect, it } from '@jest/globals';
import type { LogRecord } from './event-log.port.js';
import { RecentRecords } from './recent-records.log.js';
import type { RecordBlock } from './record-block.codec.js';

/** Offsets `first` … `last`, of one byte each. */
function aBlock(first: number, last = first): RecordBlock {
  const record = (offset: number): LogRecord => ({
    partition: 0,
    offset,
    appendedAt: 0,
    key: 'CASE-000001',
    value: '{}',
    headers: {},
  });
  return {
    records: Array.from({ length: last - first + 1 }, (_, index) => record(first + index)),
    bytes: last - first + 1,
  };
}

const offsets = (records: readonly LogRecord[] | null): readonly number[] | null =>
  records && records.map(({ offset }) => offset);

describe('the records kept in memory', () => {
  it('are read from any that is there, across blocks, up to the limit', () => {
    const recent = new RecentRecords(100);
    for (const block of [aBlock(10, 12), aBlock(13), aBlock(14, 16)]) recent.add(block);
    expect(offsets(recent.read(10, 100))).toEqual([10, 11, 12, 13, 14, 15, 16]);
    expect(offsets(recent.read(12, 3))).toEqual([12, 13, 14]);
    expect(offsets(recent.read(16, 3))).toEqual([16]);
  });

  it('say when one is not there: before, after, or nothing at all', () => {
    const recent = new RecentRecords(100);
    expect(recent.read(0, 10)).toBeNull();
    recent.add(aBlock(10, 12));
    expect(recent.read(9, 10)).toBeNull();
    expect(recent.read(13, 10)).toBeNull();
  });

  it('go by whole blocks, oldest first, when there are too many', () => {
    const recent = new RecentRecords(5);
    for (const block of [aBlock(0, 1), aBlock(2, 3), aBlock(4, 5)]) recent.add(block);
    expect(recent.read(1, 10)).toBeNull();
    expect(offsets(recent.read(2, 10))).toEqual([2, 3, 4, 5]);
    recent.add(aBlock(6, 20));
    expect(recent.read(6, 1)).toBeNull();
    recent.add(aBlock(21));
    expect(offsets(recent.read(21, 1))).toEqual([21]);
  });

  it('go altogether when one comes that does not follow them', () => {
    const recent = new RecentRecords(100);
    recent.add(aBlock(0, 3));
    recent.add(aBlock(6, 7));
    expect(recent.read(3, 10)).toBeNull();
    expect(offsets(recent.read(6, 10))).toEqual([6, 7]);
  });
});
