import { describe, expect, it } from '@jest/globals';
import type { EventLog } from '../../libs/log/event-log.port.js';
import { partitionOf } from '../../libs/log/partitioner.rule.js';
import { smallRules } from '../../libs/measures/fold/case.testkit.js';
import { programOf } from '../../libs/measures/fold/program.measure.js';
import { measures } from '../../libs/measures/measure-list.measure.js';
import type { Measure } from '../../libs/measures/measure.measure.js';
import { anEvent, EngineDoor } from './engine.testkit.js';

const partition = partitionOf('CLAIM-000001', 2);

async function countedDoor(): Promise<EngineDoor> {
  const door = new EngineDoor();
  await door.append(anEvent('1'), anEvent('2', { type: 'charter.decision.made.v1', data: { outcome: 'denied' } }));
  await door.count(await door.context());
  return door;
}

describe('the engine', () => {
  it('counts every record as applied, duplicate or quarantined, once', async () => {
    const door = await countedDoor();
    await door.append(anEvent('1'), anEvent('1', { data: { benefit: 'ADP', channel: 'online' } }), { nonsense: true });
    await door.count(await door.context());
    const counts = await Promise.all([0, 1].map((p) => door.store.lastSegment('f1', p)));
    const sum = (what: 'applied' | 'duplicates' | 'quarantined'): number =>
      counts.reduce((total, header) => total + (header?.counts[what] ?? 0), 0);
    expect([sum('applied'), sum('duplicates'), sum('quarantined')]).toEqual([2, 1, 2]);
    expect((await door.store.quarantine(9)).map(({ code }) => code).sort()).toEqual(['conflict', 'missing']);
  });

  it('quarantines an event that makes the fold fail, raises an alarm and goes on', async () => {
    const failing = { ...measures[0], contribute: failsOnPaper } as Measure;
    const door = new EngineDoor();
    await door.append(
      anEvent('1', { data: { benefit: 'SCP', channel: 'paper' } }),
      anEvent('2', { subject: 'CLAIM-000002' }),
      anEvent('3', { subject: 'CLAIM-000003' }),
    );
    await door.count(await door.context(programOf([failing], smallRules)));
    expect((await door.store.quarantine(9)).map(({ code }) => code)).toEqual(['fold-failed']);
    expect(door.alarms).toHaveLength(1);
    const headers = await Promise.all([0, 1].map((p) => door.store.lastSegment('f1', p)));
    expect(headers.reduce((sum, header) => sum + (header?.counts.applied ?? 0), 0)).toBe(2);
  });

  it('lets readers move to a new generation only when it has caught up', async () => {
    const door = await countedDoor();
    const context = await door.context(undefined, 'f2');
    expect(await door.store.currentGeneration()).toBe('f1');
    await door.count(context);
    expect(await door.store.currentGeneration()).toBe('f2');
  });

  it.each<[string, (log: EventLog) => Partial<EventLog>, string]>([
    [
      'has lost its beginning',
      (log) => ({ bounds: async (p) => ({ ...(await log.bounds(p)), start: 1 }) }),
      'begins at',
    ],
    [
      'is shorter than what has been counted',
      () => ({ bounds: () => Promise.resolve({ start: 0, end: 1 }) }),
      'ends at',
    ],
    [
      'holds another record where counting ended',
      (log) => ({ read: async (p, from, n) => (await log.read(p, from, n)).map((r) => ({ ...r, value: '{}' })) }),
      'another record',
    ],
  ])('refuses a log that %s', async (_, change, words) => {
    const door = await countedDoor();
    const changed = { ...bound(door.log), ...change(door.log) };
    await expect(door.count({ ...(await door.context()), log: changed })).rejects.toMatchObject({
      code: 'log-mismatch',
      message: expect.stringContaining(words) as unknown,
    });
  });

  it('refuses a log with another number of partitions', async () => {
    const door = await countedDoor();
    door.log.partitionCount = () => Promise.resolve(3);
    await expect(door.context()).rejects.toMatchObject({ code: 'partition-count-mismatch' });
  });

  it('refuses a store whose cases are ahead of its figures', async () => {
    const door = await countedDoor();
    await door.append(anEvent('3', { type: 'charter.case.work-started.v1', data: {} }));
    const [stored] = await door.store.readCases('f1', partition, ['CLAIM-000001']);
    if (stored === undefined) throw new Error('the case was not stored');
    await door.store.replaceCases('f1', partition, [{ ...stored, readThrough: stored.through, through: 2 }]);
    await expect(door.count(await door.context())).rejects.toMatchObject({ code: 'store-mismatch' });
  });
});

function bound(log: EventLog): EventLog {
  return {
    partitionCount: () => log.partitionCount(),
    append: (records) => log.append(records),
    bounds: (p) => log.bounds(p),
    read: (p, from, limit) => log.read(p, from, limit),
    close: () => log.close(),
  };
}

function failsOnPaper({ received }: { received: { data: { channel: string } } }): void {
  if (received.data.channel === 'paper') throw new TypeError('planted');
}
