import { describe, expect, it } from '@jest/globals';
import { partitionOf } from '../../libs/log/partitioner.rule.js';
import { smallRules } from '../../libs/measures/fold/case.testkit.js';
import { programOf } from '../../libs/measures/fold/program.measure.js';
import { measures } from '../../libs/measures/measure-list.measure.js';
import type { Measure } from '../../libs/measures/measure.measure.js';
import { anEvent, EngineDoor } from './engine.testkit.js';
import { PartitionFold, type FoldContext } from './partition-fold.service.js';

const partition = partitionOf('CLAIM-000001', 2);

/** Takes all there is from where the fold begins. */
async function takeAll(fold: PartitionFold, { log }: FoldContext): Promise<void> {
  await fold.take(await log.read(partition, fold.begunFrom.position, 100));
}

describe('a partition taken up again', () => {
  it('keeps a fact out of its case whose fold has failed, though its segment is there and its case is not', async () => {
    // Counted records used to be replayed without folding them, so that one that had been refused came into the case.
    const failing = { ...measures[0], reads: ['decision.made'], contribute: failsWhenDecided } as Measure;
    const door = new EngineDoor();
    const context = await door.context(programOf([failing], smallRules));
    await door.append(anEvent('1'), anEvent('2', { type: 'charter.decision.made.v1', data: { outcome: 'denied' } }));
    const first = await PartitionFold.open(context, partition);
    await takeAll(first, context);
    door.store.replaceCases = () => Promise.reject(new Error('the connection was cut'));
    await expect(first.save()).rejects.toThrow('cut');
    Reflect.deleteProperty(door.store, 'replaceCases');

    const again = await PartitionFold.open(context, partition);
    await takeAll(again, context);
    await again.save();
    const [stored] = await door.store.readCases('f1', partition, ['CLAIM-000001']);
    expect(stored?.through).toBe(0);
    expect((await door.store.lastSegment('f1', partition))?.counts).toEqual({
      applied: 1,
      duplicates: 0,
      quarantined: 1,
    });
  });

  it('takes nothing but the next record', async () => {
    const door = new EngineDoor();
    const context = await door.context();
    await door.append(anEvent('1'), anEvent('2'), anEvent('3'));
    const fold = await PartitionFold.open(context, partition);
    await expect(fold.take(await context.log.read(partition, 1, 1))).rejects.toThrow('not the next');
    await fold.take(await context.log.read(partition, 0, 2));
    await expect(fold.take(await context.log.read(partition, 1, 1))).rejects.toThrow('not the next');
  });
});

describe('a store brought back from a copy under a process', () => {
  it('is given no segment that does not follow its own: the process begins again from it', async () => {
    const door = new EngineDoor();
    const context = await door.context();
    await door.append(anEvent('1'));
    const fold = await PartitionFold.open(context, partition);
    await takeAll(fold, context);
    await fold.save();

    const { lastSegment } = door.store;
    door.store.lastSegment = () => Promise.resolve(null);
    await door.append(anEvent('2', { type: 'charter.case.work-started.v1', data: {} }));
    await fold.take(await context.log.read(partition, 1, 1));
    await expect(fold.save()).rejects.toMatchObject({ code: 'stale-writer' });
    door.store.lastSegment = lastSegment;
    expect(await door.store.lastSegment('f1', partition)).toMatchObject({ last: 0, through: 0 });
  });

  it('is noticed without a further event: the process begins again from it', async () => {
    // What the copy lacked used to be missing from the figures until the partition’s next event, however long that took.
    const door = new EngineDoor();
    const context = await door.context();
    await door.append(anEvent('1'));
    const fold = await PartitionFold.open(context, partition);
    await takeAll(fold, context);
    await fold.save();
    expect(await fold.save()).toBeNull();

    const copy = new EngineDoor();
    await copy.context();
    door.store.position = (...asked) => copy.store.position(...asked);
    await expect(fold.save()).rejects.toMatchObject({ code: 'stale-writer' });
  });
});

function failsWhenDecided({ decided }: { readonly decided: unknown }): void {
  if (decided !== null) throw new TypeError('a fault in a measure');
}
