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
