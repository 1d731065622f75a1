import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QueryDoor } from './query.testkit.js';

const door = new QueryDoor();

beforeAll(async () => {
  await door.open();
});

afterAll(async () => {
  await door.close();
});

describe('health', () => {
  it('is live from the start, and ready once there are figures', async () => {
    expect((await door.get('/health/live')).body).toEqual({ status: 'live' });
    const early = await door.get('/health/ready');
    expect(early.status).toBe(503);
    expect(early.body).toMatchObject({ title: 'not-ready', detail: expect.any(String) });
    await door.begin();
    await door.follow();
    const { status, body } = await door.get('/health/ready');
    expect({ status, body }).toEqual({ status: 200, body: { status: 'ready' } });
  });
});
