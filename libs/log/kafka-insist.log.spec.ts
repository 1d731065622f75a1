import { describe, expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import { insist } from './kafka-insist.log.js';

const away = new kafkajs.KafkaJSError('away');

describe('insisting on an answer', () => {
  it('asks again while what is wrong may pass, and tells of each failure', async () => {
    const heard: unknown[] = [];
    const answer = insist(
      1_000,
      () => (heard.length === 0 ? Promise.reject(away) : Promise.resolve('here')),
      (error) => {
        heard.push(error);
        return Promise.resolve();
      },
    );
    await expect(answer).resolves.toBe('here');
    expect(heard).toEqual([away]);
  });

  it.each([kafkajs.KafkaJSLockTimeout, kafkajs.KafkaJSGroupCoordinatorNotFound])(
    'asks again after a failure that kafkajs takes for the end: %p',
    async (kind) => {
      // Its types do not say that it takes a message.
      const error: Error = Reflect.construct(kind, ['too late']);
      const outcomes = [Promise.reject(error), Promise.resolve('here')];
      await expect(insist(1_000, () => outcomes.shift() ?? Promise.resolve('again'))).resolves.toBe('here');
    },
  );

  it('gives up at once where nothing will change', async () => {
    const bug = new TypeError('a bug');
    await expect(insist(1_000, () => Promise.reject(bug))).rejects.toBe(bug);
  });

  it('finds the log unavailable where time runs out, whether refused or not answered at all', async () => {
    const unavailable = { code: 'log-unavailable', retriable: true };
    await expect(insist(10, () => Promise.reject(away))).rejects.toMatchObject(unavailable);
    await expect(insist(10, () => new Promise(() => undefined))).rejects.toMatchObject(unavailable);
  });
});
