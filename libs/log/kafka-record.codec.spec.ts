import { describe, expect, it } from '@jest/globals';
import { logRecordOf, recordsFrom, type FetchedMessage } from './kafka-record.codec.js';

const message = (offset: number, over: Partial<FetchedMessage> = {}): FetchedMessage => ({
  offset: String(offset),
  timestamp: '1775044800000',
  attributes: 0,
  key: Buffer.from('CASE-000001'),
  value: Buffer.from('{"ü":1}'),
  headers: {},
  ...(over as object),
});

describe('a record from Kafka', () => {
  it('keeps place, append time, key, value and headers, as text', () => {
    const headers = { 'content-type': Buffer.from('application/cloudevents+json'), traceparent: '00-01' };
    expect(logRecordOf(message(7, { headers }), 3)).toEqual({
      partition: 3,
      offset: 7,
      appendedAt: 1_775_044_800_000,
      key: 'CASE-000001',
      value: '{"ü":1}',
      headers: { 'content-type': 'application/cloudevents+json', traceparent: '00-01' },
    });
  });

  it('has no key or no value where none was given, and empty ones where they were empty', () => {
    expect(logRecordOf(message(0, { key: null, value: null }), 0)).toMatchObject({ key: null, value: null });
    const empty = message(0, { key: Buffer.alloc(0), value: Buffer.alloc(0) });
    expect(logRecordOf(empty, 0)).toMatchObject({ key: '', value: '' });
  });

  it('reads bytes that are not UTF-8 as something that can be refused', () => {
    expect(logRecordOf(message(0, { value: Buffer.from([0, 0xff, 0x7b]) }), 0).value).toBe('\u0000\ufffd{');
  });

  it('takes the last of a header given several times, and is not misled by its name', () => {
    const headers = JSON.parse('{"a": ["1", "2"], "__proto__": "x", "constructor": "y"}') as Record<string, string[]>;
    const found = logRecordOf(message(0, { headers }), 0).headers;
    expect(Object.entries(found)).toEqual([
      ['a', '2'],
      ['constructor', 'y'],
    ]);
    expect(Object.getPrototypeOf(found)).toBe(Object.prototype);
  });

  it('stands for the mark that ends a transaction without key and value', () => {
    const mark = message(4, { isControlRecord: true });
    expect(logRecordOf(mark, 0)).toMatchObject({ offset: 4, key: null, value: null });
  });
});

describe('what was fetched of a partition', () => {
  it('begins where it was asked for, though a batch comes whole', () => {
    const fetched = [5, 6, 7, 8].map((offset) => message(offset));
    expect(recordsFrom(fetched, 0, 7).map(({ offset }) => offset)).toEqual([7, 8]);
    expect(recordsFrom(fetched, 0, 9)).toEqual([]);
    expect(recordsFrom([], 0, 9)).toEqual([]);
  });

  it('is refused where an offset is left out', () => {
    const gap = expect.objectContaining({ code: 'offset-gap', retriable: false });
    expect(() => recordsFrom([message(5), message(7)], 2, 5)).toThrow(gap);
    expect(() => recordsFrom([message(5)], 2, 4)).toThrow(gap);
  });
});
