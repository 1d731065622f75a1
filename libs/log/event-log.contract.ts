import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Clock } from '../calendars/clock.port.js';
import type { EventLog, LogRecord, NewRecord } from './event-log.port.js';
import { partitionOf } from './partitioner.rule.js';

/** One log to test, of six partitions, empty at first. */
export interface LogUnderTest {
  readonly log: EventLog;
  /** Closes the log and opens what it had stored; left out where it does not outlive its process. */
  readonly reopen?: () => Promise<EventLog>;
  readonly remove: () => Promise<void>;
}

const partitions = 6;
const seed = 20260401;
const noon = Date.parse('2026-04-01T12:00:00Z');

const aRecord = (key: string, value: string): NewRecord => ({ key, value });
const inPartition = (partition: number, value: string): NewRecord => ({ key: 'CASE-000001', value, partition });
const valuesOf = (records: readonly LogRecord[]): readonly (string | null)[] => records.map(({ value }) => value);
const numbered = (from: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `value ${from + index}`);

/** What each implementation of the port EventLog must do. `make` may leave the clock unused where the log has its own. */
export function describeEventLog(name: string, make: (now: Clock) => Promise<LogUnderTest>): void {
  describe(name, () => {
    let tested: LogUnderTest;
    let log: EventLog;
    let now: number;

    beforeEach(async () => {
      now = noon;
      tested = await make(() => now);
      log = tested.log;
    });
    afterEach(() => tested.remove());

    /** Reads to the end, as a consumer does: only an empty answer is the end. */
    const readFrom = async (partition: number, from: number, limit = 5_000): Promise<readonly LogRecord[]> => {
      const records: LogRecord[] = [];
      for (;;) {
        const batch = await log.read(partition, from + records.length, limit);
        if (batch.length === 0) return records;
        expect(batch.length).toBeLessThanOrEqual(limit);
        for (const record of batch) records.push(record);
      }
    };

    it('has the partitions that it was made with, all of them empty', async () => {
      expect(await log.partitionCount()).toBe(partitions);
      for (let partition = 0; partition < partitions; partition += 1) {
        expect(await log.bounds(partition)).toEqual({ start: 0, end: 0 });
        expect(await log.read(partition, 0, 10)).toEqual([]);
      }
    });

    it('keeps every record in order under dense offsets, in the partition of its key', async () => {
      const keys = fc.constantFrom('CASE-000001', 'CASE-000002', 'CLM-00000003', 'S3-M58.2025-26', 'Ceàrn-Ⅳ');
      const values = fc.oneof(
        fc.string({ unit: fc.constantFrom('{', '"', '\\', 'ü', 'Ⅳ', '\u{1f600}'), maxLength: 20 }),
        fc.constantFrom('', '{}', '\u0000', '\ufeff{}'),
      );
      const batch = fc.array(fc.tuple(keys, values), { minLength: 1, maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 4 }), async (batches) => {
          const before = await Promise.all(Array.from({ length: partitions }, (_, partition) => log.bounds(partition)));
          for (const one of batches) await log.append(one.map(([key, value]) => aRecord(key, value)));
          for (const [partition, { end }] of before.entries()) {
            const expected = batches.flat().filter(([key]) => partitionOf(key, partitions) === partition);
            const found = await readFrom(partition, end);
            expect(found.map(({ key, value }) => [key, value])).toEqual(expected);
            expect(found.map(({ offset }) => offset)).toEqual(expected.map((_, index) => end + index));
            expect(found.every((record) => record.partition === partition)).toBe(true);
            expect(await log.bounds(partition)).toEqual({ start: 0, end: end + expected.length });
          }
        }),
        { seed, numRuns: 20 },
      );
    });

    it('puts a record into the partition that it names', async () => {
      const elsewhere = (partitionOf('CASE-000001', partitions) + 1) % partitions;
      await log.append([inPartition(elsewhere, 'planted')]);
      expect(await log.read(elsewhere, 0, 10)).toMatchObject([{ key: 'CASE-000001', value: 'planted', offset: 0 }]);
    });

    it('refuses a partition that it does not have, and appends nothing of that batch', async () => {
      const batch = [inPartition(0, 'good'), inPartition(partitions, 'bad')];
      await expect(log.append(batch)).rejects.toThrow(RangeError);
      await expect(log.append([inPartition(-1, 'bad')])).rejects.toThrow(RangeError);
      await expect(log.read(partitions, 0, 1)).rejects.toThrow(RangeError);
      await expect(log.bounds(partitions)).rejects.toThrow(RangeError);
      expect(await log.bounds(0)).toEqual({ start: 0, end: 0 });
    });

    it('keeps headers, none where none were given', async () => {
      const traced = { 'content-type': 'application/cloudevents+json', traceparent: '00-ü-01', '': '' };
      const plain = { 'content-type': 'application/cloudevents+json' };
      const given = [traced, undefined, plain, { ...traced }, {}, plain];
      await log.append(given.map((headers) => ({ ...inPartition(2, 'v'), ...(headers ? { headers } : {}) })));
      expect((await readFrom(2, 0)).map(({ headers }) => headers)).toEqual([traced, {}, plain, traced, {}, plain]);
    });

    it('keeps text that is not well-formed as UTF-8 can', async () => {
      await log.append([inPartition(0, 'a\ud800b'), inPartition(0, '\udc00')]);
      expect(valuesOf(await readFrom(0, 0))).toEqual(['a\ufffdb', '\ufffd']);
    });

    it('is not touched by what becomes of the records given', async () => {
      const headers = { a: '1' };
      const batch = [{ ...inPartition(0, 'first'), headers }];
      const appended = log.append(batch);
      batch.push({ ...inPartition(0, 'second'), headers });
      await appended;
      headers.a = '2';
      expect(await readFrom(0, 0)).toMatchObject([{ value: 'first', headers: { a: '1' } }]);
    });

    it('reads from any offset, across batches, at most as many as asked for', async () => {
      const values = numbered(0, 60);
      for (let from = 0; from < 60; from += 7) {
        await log.append(values.slice(from, from + 7).map((value) => inPartition(3, value)));
      }
      for (let from = 0; from <= 60; from += 1) {
        expect(valuesOf(await readFrom(3, from, 5))).toEqual(values.slice(from));
        expect(valuesOf(await readFrom(3, from))).toEqual(values.slice(from));
      }
      expect(await log.read(3, 0, 1)).toMatchObject([{ value: 'value 0' }]);
    });

    it('answers nothing past the end, and what comes there later', async () => {
      await log.append([inPartition(1, 'a')]);
      expect(await log.read(1, 1, 10)).toEqual([]);
      expect(await log.read(1, 1_000, 10)).toEqual([]);
      await log.append([inPartition(1, 'b')]);
      expect(await log.read(1, 1, 10)).toMatchObject([{ value: 'b', offset: 1 }]);
    });

    it('takes large batches and large values', async () => {
      const large = 'ü'.repeat(40_000);
      const batch = [...numbered(0, 6_000), ...Array.from({ length: 40 }, (_, n) => `${large}${n}`)];
      await log.append(batch.map((value) => inPartition(4, value)));
      expect(valuesOf(await readFrom(4, 0))).toEqual(batch);
      expect(valuesOf(await readFrom(4, 5_990, 7))).toEqual(batch.slice(5_990));
    });

    it('takes an empty batch', async () => {
      await log.append([]);
      expect(await log.bounds(0)).toEqual({ start: 0, end: 0 });
    });

    it('takes appends at the same time, each batch in its order', async () => {
      const writers = Array.from({ length: 20 }, (_, writer) => writer);
      await Promise.all(
        writers.flatMap((writer) => [
          log.append([inPartition(0, `${writer}:0`), inPartition(5, `${writer}:0`), inPartition(0, `${writer}:1`)]),
          log.append([inPartition(0, `${writer}:2`)]),
        ]),
      );
      const values = valuesOf(await readFrom(0, 0));
      expect(values).toHaveLength(60);
      for (const writer of writers) {
        const own = values.filter((value) => value?.startsWith(`${writer}:`));
        expect(own).toEqual([`${writer}:0`, `${writer}:1`, `${writer}:2`]);
      }
      expect((await readFrom(5, 0)).map(({ offset }) => offset)).toEqual(writers);
    });

    it('gives append times that never decrease in a partition, whatever the clock does', async () => {
      for (const hour of [0, 1, -24, 2, 1.5, 3]) {
        now = noon + hour * 3_600_000;
        await log.append([inPartition(0, 'v'), inPartition(hour === -24 ? 1 : 0, 'v')]);
      }
      const times = (await readFrom(0, 0)).map(({ appendedAt }) => appendedAt);
      expect(times).toHaveLength(11);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.every(Number.isSafeInteger)).toBe(true);
    });

    it('has what was appended after it has been closed and opened again, and goes on from there', async () => {
      const values = numbered(0, 50);
      for (const value of values) await log.append([{ ...inPartition(0, value), headers: { value } }]);
      await log.append(numbered(50, 50).map((value) => inPartition(0, value)));
      const before = await readFrom(0, 0);
      if (tested.reopen === undefined) return;
      now = noon - 3_600_000;
      log = await tested.reopen();
      expect(await readFrom(0, 0)).toEqual(before);
      expect(await readFrom(0, 33, 40)).toEqual(before.slice(33));
      await log.append([inPartition(0, 'later')]);
      const [later] = await log.read(0, 100, 10);
      expect(later).toMatchObject({ value: 'later', offset: 100 });
      expect(later?.appendedAt).toBeGreaterThanOrEqual(before.at(-1)?.appendedAt ?? Infinity);
    });

    it('finishes what is being appended when it is closed, and takes nothing afterwards', async () => {
      const appended = log.append([inPartition(0, 'v')]);
      await log.close();
      await expect(appended).resolves.toBeUndefined();
      await expect(log.append([inPartition(0, 'w')])).rejects.toMatchObject({
        code: 'log-unavailable',
        retriable: true,
      });
    });
  });
}
