import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LogUnavailable } from '../../libs/log/event-log.port.js';
import { anEvent, IntakeDoor } from './intake.testkit.js';

let door: IntakeDoor;

beforeEach(async () => {
  door = new IntakeDoor();
  await door.open();
});

afterEach(async () => {
  await door.close();
});

describe('the log', () => {
  it('has answered before anything is acknowledged', async () => {
    const order: string[] = [];
    const held = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    door.log.answer = () => {
      reached.resolve();
      return held.promise;
    };
    const answer = door.sendOne(anEvent()).then(({ status }) => order.push(`answered ${status}`));
    await reached.promise;
    await new Promise((resolve) => setTimeout(resolve, 30));
    order.push('durable');
    held.resolve();
    await answer;
    expect(order).toEqual(['durable', 'answered 202']);
  });

  it('that is not available makes the sender come back', async () => {
    door.log.answer = () => Promise.reject(new LogUnavailable('the broker is away'));
    const { status, headers, body, text } = await door.sendBatch([anEvent(), 'bad']);
    expect(status).toBe(503);
    expect(headers['retry-after']).toMatch(/^\d+$/);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({ type: '/problems/log-unavailable', status: 503 });
    expect(text).not.toContain('broker');
  });

  it('that does not answer in time makes the sender come back, whatever it answers later', async () => {
    const late = Promise.withResolvers<void>();
    await door.close();
    await door.open({ appendDeadlineMs: 20 });
    door.log.answer = () => late.promise;
    const { status, headers } = await door.sendOne(anEvent());
    expect(status).toBe(503);
    expect(headers['retry-after']).toMatch(/^\d+$/);
    late.reject(new LogUnavailable('too late for anyone to hear'));
  });

  it('is not asked about events that are all refused', async () => {
    door.log.answer = () => Promise.reject(new LogUnavailable('the broker is away'));
    expect((await door.sendOne({})).status).toBe(400);
  });

  it('that fails in a way nobody foresaw says nothing of it', async () => {
    door.log.answer = () => Promise.reject(new Error('swordfish'));
    const { status, text } = await door.sendOne(anEvent());
    expect(status).toBe(500);
    expect(text).not.toContain('swordfish');
  });
});
