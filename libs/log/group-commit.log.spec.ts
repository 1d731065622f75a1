import { describe, expect, it } from '@jest/globals';
import { GroupCommit } from './group-commit.log.js';

describe('group commit', () => {
  it('writes what was added in one turn at once, in the order added', async () => {
    const written: (readonly number[])[] = [];
    const group = new GroupCommit<number>((items) => written.push(items));
    await Promise.all([group.add([1, 2]), group.add([]), group.add([3])]);
    await group.add([4]);
    expect(written).toEqual([[1, 2, 3], [4]]);
  });

  it('resolves nothing before the write has returned', async () => {
    let durable = false;
    const group = new GroupCommit<number>(() => {
      durable = true;
    });
    const added = group.add([1]).then(() => durable);
    expect(durable).toBe(false);
    expect(await added).toBe(true);
  });

  it('refuses all that waited when the write fails, and goes on with what comes after', async () => {
    let full = true;
    const group = new GroupCommit<number>(() => {
      if (full) throw new Error('disk full');
    });
    const outcomes = await Promise.allSettled([group.add([1]), group.add([2])]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
    full = false;
    await expect(group.add([3])).resolves.toBeUndefined();
  });

  it('is settled when the write has been done, also where it failed', async () => {
    let calls = 0;
    const group = new GroupCommit<number>(() => {
      calls += 1;
      throw new Error('disk full');
    });
    await group.settled();
    const added = group.add([1]);
    added.catch(() => undefined);
    await group.settled();
    expect(calls).toBe(1);
    await expect(added).rejects.toThrow('disk full');
  });
});
