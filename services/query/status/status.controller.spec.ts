import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LogUnavailable } from '../../../libs/log/event-log.port.js';
import { FACT_NAMES } from '../../../libs/events/fact-name.fact.js';
import type { FillingProgress } from '../following/filling.port.js';
import { NOW, QueryDoor } from '../query.testkit.js';
import type { Status } from './status.rule.js';

let door: QueryDoor;

beforeEach(async () => {
  door = new QueryDoor();
  await door.open();
});

afterEach(async () => {
  await door.close();
});

const seenHourly = { 'application.received': { first: NOW - 99 * 3_600_000, last: NOW, count: 100 } };

/** Ten records in figures, three of them without effect, and two more behind. */
async function count(): Promise<void> {
  await door.begin();
  await door.append(0, 8);
  await door.checkpoint(0, { counts: { applied: 5, duplicates: 2, quarantined: 1 }, feeds: seenHourly });
  await door.append(1, 2);
  await door.checkpoint(1, { feeds: { 'call.ended': { first: NOW, last: NOW, count: 1 } } });
  await door.follow();
  await door.append(1, 2);
  door.now = NOW + 7_999;
}

describe('the status', () => {
  it('says how far each partition is, and what became of every record', async () => {
    await count();
    const { status, headers, body } = await door.get('/v1/status', 'staff');
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toEqual({
      profile: 'embedded',
      countedTo: '2026-06-30T22:58:01Z',
      partitions: [
        { partition: 0, end: 8, position: 8, lag: 0, oldestUnappliedSeconds: 0 },
        { partition: 1, end: 4, position: 2, lag: 2, oldestUnappliedSeconds: 7 },
      ],
      events: { accepted: 12, applied: 7, duplicates: 2, quarantined: 1, inFlight: 2 },
      feeds: expect.any(Array),
      filling: null,
    });
  });

  it('lists every fact, seen or not', async () => {
    await count();
    const feeds: readonly Record<string, unknown>[] = (await door.get('/v1/status', 'staff')).body.feeds;
    expect(feeds.map(({ fact }) => fact)).toEqual(FACT_NAMES);
    expect(feeds).toContainEqual({ fact: 'application.received', lastSeen: '2026-06-30T22:58:01Z', state: 'normal' });
    expect(feeds).toContainEqual({ fact: 'call.ended', lastSeen: '2026-06-30T22:58:01Z', state: 'normal' });
    expect(feeds).toContainEqual({ fact: 'appeal.lodged', lastSeen: null, state: 'quiet' });
    door.now = NOW + 4 * 24 * 3_600_000;
    expect((await door.get('/v1/status', 'staff')).body.feeds).toContainEqual({
      fact: 'application.received',
      lastSeen: '2026-06-30T22:58:01Z',
      state: 'quiet',
    });
  });

  it('adds up at every moment: while records come in and while they are being counted', async () => {
    await door.begin();
    let duplicates = 0;
    for (let round = 0; round < 12; round += 1) {
      const partition = round % 2;
      await door.append(partition, round);
      const { end } = await door.log.bounds(partition);
      duplicates = Math.min(end, duplicates + 1);
      if (end > 0)
        await door.checkpoint(partition, { counts: { applied: end - duplicates, duplicates, quarantined: 0 } });
      const { body } = await door.get('/v1/status', 'admin');
      const { events, partitions }: Status = body;
      expect(events.accepted).toBe(events.applied + events.duplicates + events.quarantined + events.inFlight);
      for (const { end: last, position, lag } of partitions) expect(position + lag).toBe(last);
    }
  });

  it('puts everything in flight before anything has been counted', async () => {
    await door.append(0, 3);
    expect((await door.get('/v1/status', 'staff')).body.events).toEqual({
      accepted: 3,
      applied: 0,
      duplicates: 0,
      quarantined: 0,
      inFlight: 3,
    });
  });

  it.each(['staff', 'compiler', 'auditor', 'admin'])('is shown whole to %s', async (role) => {
    expect(Object.keys((await door.get('/v1/status', role)).body).sort()).toEqual([
      'countedTo',
      'events',
      'feeds',
      'filling',
      'partitions',
      'profile',
    ]);
  });

  it.each([undefined, 'scrutiny', 'producer', 'importer'])('is feeds, countedTo and filling for %j', async (role) => {
    const { body } = await door.get('/v1/status', role);
    expect(Object.keys(body).sort()).toEqual(['countedTo', 'feeds', 'filling']);
  });

  it('is a problem while the log cannot be reached', async () => {
    jest.spyOn(door.log, 'bounds').mockRejectedValue(new LogUnavailable('away'));
    const { status, headers, body } = await door.get('/v1/status', 'staff');
    expect(status).toBe(503);
    expect(headers['retry-after']).toBe('5');
    expect(body).toMatchObject({ type: '/problems/log-unavailable', status: 503 });
  });

  it('is refused to a bad token', async () => {
    expect((await door.get('/v1/status', 'nobody')).status).toBe(401);
  });
});

describe('while synthetic history is being put on the log', () => {
  let progress: FillingProgress | null = null;
  const filled = new QueryDoor({}, { progress: () => progress });

  beforeAll(() => filled.open());
  afterAll(() => filled.close());

  it.each([undefined, 'scrutiny', 'staff', 'producer', 'admin'])('%j is told how much of it is there', async (role) => {
    for (const expected of [null, { sent: 0, of: 5_000 }, { sent: 1_200, of: 5_000 }, null]) {
      progress = expected;
      expect((await filled.get('/v1/status', role)).body.filling).toEqual(expected);
    }
  });
});
