import { describe, expect, it } from '@jest/globals';
import { anEvent, EngineDoor } from './engine.testkit.js';

/** A log of one event, counted by a version `f1`; readers are on its figures. */
async function countedByFirst(): Promise<EngineDoor> {
  const door = new EngineDoor();
  await door.append(anEvent('1'));
  await door.count(await door.context(undefined, 'f1'));
  return door;
}

describe('two versions that run at once', () => {
  it('do not move readers back and forth: the newer has the last word', async () => {
    const door = await countedByFirst();
    const first = await door.context(undefined, 'f1');
    const second = await door.context(undefined, 'f2');
    for (let round = 0; round < 3; round += 1) {
      await door.append(anEvent(`2-${String(round)}`));
      await door.count(second);
      await door.count(first);
      expect(await door.store.currentGeneration()).toBe('f2');
    }
  });

  it('go back to the older when it is started after the newer was in use, once', async () => {
    const door = await countedByFirst();
    const second = await door.context(undefined, 'f2');
    await door.count(second);
    const first = await door.context(undefined, 'f1');
    await door.count(first);
    expect(await door.store.currentGeneration()).toBe('f1');
    await door.count(second);
    await door.count(first);
    expect(await door.store.currentGeneration()).toBe('f2');
  });
});

describe('a process whose readers have been moved to another generation of its own', () => {
  it('leaves what it has in memory and goes over', async () => {
    const door = await countedByFirst();
    const { generations } = await door.context(undefined, 'f1');
    const [first] = await door.store.generations();
    if (first === undefined) throw new Error('there is no generation');
    await door.store.createGeneration({ ...first, id: 'f1-2' });
    expect([await generations.takeUp(), await generations.hasLeft('f1')]).toEqual(['f1', false]);
    await door.store.pointTo('f1-2', 'f1');
    expect([await generations.takeUp(), await generations.hasLeft('f1')]).toEqual(['f1-2', true]);
  });
});
