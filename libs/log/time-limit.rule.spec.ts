import { describe, expect, it } from '@jest/globals';
import { withinTime } from './time-limit.rule.js';

const late = (): Error => new Error('late');
const never = new Promise<string>(() => undefined);

describe('a limit of time', () => {
  it('hands on what work in time answers, or what it fails with', async () => {
    await expect(withinTime(1_000, Promise.resolve('done'), late)).resolves.toBe('done');
    await expect(withinTime(1_000, Promise.reject(new TypeError('a bug')), late)).rejects.toThrow(TypeError);
  });

  it('ends the wait for work that takes longer', async () => {
    await expect(withinTime(5, never, late)).rejects.toThrow('late');
  });

  it('lets work fail in silence when nobody waits for it any more', async () => {
    const { promise, reject } = Promise.withResolvers<string>();
    await expect(withinTime(1, promise, late)).rejects.toThrow('late');
    reject(new Error('too late to matter'));
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
});
