import { describe, expect, it } from '@jest/globals';
import { OneAtATime } from './one-at-a-time.service.js';

describe('work that is done one piece at a time', () => {
  it('goes on in order, also after a failure, and refuses what is too much', async () => {
    const queue = new OneAtATime(3);
    const told: string[] = [];
    const begun = Promise.withResolvers<undefined>();
    const first = queue.run(async () => {
      await begun.promise;
      told.push('first');
    });
    const failing = queue.run(() => Promise.reject(new Error('no')));
    const third = queue.run(() => Promise.resolve(told.push('third')));
    await expect(queue.run(() => Promise.resolve())).rejects.toMatchObject({ status: 503 });
    expect(told).toEqual([]);
    begun.resolve(undefined);
    await expect(failing).rejects.toThrow('no');
    await Promise.all([first, third]);
    expect(told).toEqual(['first', 'third']);
    await queue.run(() => Promise.resolve(told.push('later')));
    expect(told.at(-1)).toBe('later');
  });
});
