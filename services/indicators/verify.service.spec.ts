import { describe, expect, it } from '@jest/globals';
import { partitionOf } from '../../libs/log/partitioner.rule.js';
import { anEvent, EngineDoor } from './engine.testkit.js';
import { computation } from './rebuild.testkit.js';
import { verifyFigures, type VerifiedPartition } from './verify.service.js';

const partition = partitionOf('CLAIM-000001', 2);

async function countedDoor(): Promise<EngineDoor> {
  const door = new EngineDoor();
  const context = await door.context();
  for (const id of ['1', '2']) {
    await door.append(anEvent(id), anEvent(id, { subject: 'CLAIM-000002' }), { nonsense: true });
    await door.count(context);
  }
  return door;
}

async function verified({ log, store }: EngineDoor, fingerprint = 'f1'): Promise<readonly VerifiedPartition[]> {
  const parts = { log, store, computation: { ...computation, fingerprint }, alarm: () => undefined };
  const found: VerifiedPartition[] = [];
  for await (const one of verifyFigures(parts, () => undefined)) found.push(one);
  return found;
}

describe('verifying', () => {
  it('finds sound figures equal, also while more comes in than has been counted', async () => {
    const door = await countedDoor();
    await door.append(anEvent('not counted yet'));
    expect((await verified(door)).map(({ differences }) => differences)).toEqual([[], []]);
  });

  it('finds a count that is wrong', async () => {
    const door = await countedDoor();
    const { segmentsFrom } = door.store;
    door.store.segmentsFrom = async (...asked) => {
      const segments = await segmentsFrom.apply(door.store, asked);
      return segments.map((one) => ({ ...one, counts: { ...one.counts, applied: one.counts.applied + 1 } }));
    };
    const { differences } = (await verified(door))[partition] ?? {};
    expect(differences).toContainEqual(expect.stringMatching(/^applied is \d+, not \d+$/));
  });

  it('finds a segment that is missing', async () => {
    const door = await countedDoor();
    door.store.segmentsFrom = () => Promise.resolve([]);
    expect((await verified(door))[partition]?.differences).toEqual([expect.stringContaining('a gap')]);
  });

  it('refuses figures of another version', async () => {
    await expect(verified(await countedDoor(), 'f2')).rejects.toMatchObject({ code: 'other-fingerprint' });
  });
});
