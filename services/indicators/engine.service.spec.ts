import { describe, expect, it } from '@jest/globals';
import { partitionOf } from '../../libs/log/partitioner.rule.js';
import { Engine } from './engine.service.js';
import { anEvent, EngineDoor } from './engine.testkit.js';

const partition = partitionOf('CLAIM-000001', 2);

describe('a partition that goes away and comes back while a call is in hand', () => {
  it('keeps its new assignment when that call fails', async () => {
    // The failure of the old call used to throw the new assignment away.
    const door = new EngineDoor();
    await door.append(anEvent('1'));
    const context = await door.context();
    const engine = new Engine(context);
    const records = await door.log.read(partition, 0, 10);
    await engine.assigned(partition);
    let cut: (error: Error) => void = () => undefined;
    door.store.readCases = () => new Promise((_, reject) => (cut = reject));
    const inHand = engine.records(partition, records);
    await engine.revoked(partition);
    Reflect.deleteProperty(door.store, 'readCases');

    await engine.assigned(partition);
    cut(new Error('the connection was cut'));
    await expect(inHand).rejects.toThrow('cut');
    await engine.records(partition, records);
    await engine.caughtUp(partition);
    expect(await door.store.position('f1', partition)).toBe(1);
  });
});

describe('a generation that is deleted while it is read', () => {
  it('is not taken for a damaged one: its successor is taken up', async () => {
    // Between the reading of the position and of the segments a rebuild had deleted both, and the process ended.
    const door = new EngineDoor();
    await door.append(anEvent('1'));
    const context = await door.context();
    await door.count(context);
    const later = { id: 'f1-2', fingerprint: 'f1', partitionCount: 2, layout: '' };
    door.store.lastSegment = async (generation, asked) => {
      if (generation === 'f1') {
        await door.store.createGeneration(later);
        await door.store.pointTo('f1-2', 'f1');
        await door.store.deleteGeneration('f1');
      }
      Reflect.deleteProperty(door.store, 'lastSegment');
      return door.store.lastSegment(generation, asked);
    };
    const engine = new Engine(context);
    expect(await engine.assigned(partition)).toBe(0);
    await engine.records(partition, await door.log.read(partition, 0, 10));
    await engine.caughtUp(partition);
    expect(await door.store.position('f1-2', partition)).toBe(1);
  });

  it('ends the process where there is none: then the store has been damaged', async () => {
    const door = new EngineDoor();
    await door.append(anEvent('1'));
    const context = await door.context();
    await door.count(context);
    door.store.segmentHeadersFrom = () => Promise.resolve([]);
    await expect(new Engine(context).assigned(partition)).rejects.toMatchObject({ code: 'store-mismatch' });
  });
});
