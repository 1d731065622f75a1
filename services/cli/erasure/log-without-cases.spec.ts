import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EventLog, LogRecord } from '../../../libs/log/event-log.port.js';
import { MemoryLog } from '../../../libs/log/memory.log.js';
import { copyWithout, findCases, LogMoved } from './log-without-cases.service.js';
import { erasedCaseOf } from './erased-record.rule.js';

const PARTITIONS = 3;
const OLD = Date.UTC(2026, 0, 5, 9);
const NEW = Date.UTC(2026, 5, 1);

const subject = fc.constantFrom('CASE-00001', 'CASE-000012', 'CASE-00002', 'CASE-00003');
const record = fc.oneof(
  fc.record({ subject, id: fc.nat(9) }).map((event) => ({ key: event.subject, value: JSON.stringify(event) })),
  fc.tuple(subject, subject).map(([key, other]) => ({ key, value: JSON.stringify({ subject: other }) })),
  subject.map((named) => ({ key: 'no event', value: `{"subject":"${named}` })),
);
const references = fc.uniqueArray(subject, { maxLength: 3 }).map((chosen) => new Set(chosen));

async function allOf(log: EventLog): Promise<readonly LogRecord[]> {
  const partitions = Array.from({ length: PARTITIONS }, (_, partition) => log.read(partition, 0, 1_000));
  return (await Promise.all(partitions)).flat();
}

describe('a log that is copied without some cases', () => {
  it('holds nothing of them, and everything else in its order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 30 }), references, async (records, erased) => {
        const [log, target] = [new MemoryLog(PARTITIONS, () => OLD), new MemoryLog(PARTITIONS, () => NEW)];
        await log.append(records);
        const before = await allOf(log);
        await copyWithout(log, erased, target, () => undefined);
        const after = await allOf(target);
        const stays = before.filter((one) => erasedCaseOf(one, erased) === null);
        expect(after.map(({ partition, key }) => [partition, key])).toEqual(
          stays.map(({ partition, key }) => [partition, key]),
        );
        expect(await findCases(log, erased)).toMatchObject({ records: before.length - after.length });
        expect(await findCases(target, erased)).toEqual({ cases: 0, records: 0 });
        for (const reference of erased) {
          expect(after.some(({ key, value }) => key === reference || value?.includes(`"${reference}"`))).toBe(false);
        }
      }),
      { seed: 20261124, numRuns: 100 },
    );
  });

  it('is known from the days from which it was known, also where that was never said', async () => {
    const [log, target] = [new MemoryLog(PARTITIONS, () => OLD), new MemoryLog(PARTITIONS, () => NEW)];
    const [said, never] = [{ subject: 'CASE-00001', recordedtime: '2025-03-03T10:00:00Z' }, { subject: 'CASE-00002' }];
    await log.append([said, never].map((event) => ({ key: event.subject, value: JSON.stringify(event) })));
    await copyWithout(log, new Set(), target, () => undefined);
    const events = (await allOf(target)).map(({ value }) => JSON.parse(String(value)) as object);
    expect(events).toContainEqual(said);
    expect(events).toContainEqual({ ...never, recordedtime: '2026-01-05T09:00:00Z' });
  });

  it('keeps headers, by which a replay is known', async () => {
    const [log, target] = [new MemoryLog(PARTITIONS, () => OLD), new MemoryLog(PARTITIONS, () => NEW)];
    await log.append([{ key: 'CASE-00001', value: '{}', headers: { 'some-header': 'x' } }]);
    await copyWithout(log, new Set(), target, () => undefined);
    expect((await allOf(target)).map(({ headers }) => headers)).toEqual([{ 'some-header': 'x' }]);
  });

  it('is refused where events came in meanwhile', async () => {
    const [log, target] = [new MemoryLog(PARTITIONS, () => OLD), new MemoryLog(PARTITIONS, () => NEW)];
    const event = { key: 'CASE-00001', value: '{"subject":"CASE-00001"}' };
    await log.append([event]);
    const copying = copyWithout(log, new Set(), target, () => void log.append([event]));
    await expect(copying).rejects.toThrow(LogMoved);
  });
});
