import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { LogUnavailable } from '../../../libs/log/event-log.port.js';
import { no, yes } from '../../../libs/measures/measure.measure.js';
import { QueryDoor } from '../query.testkit.js';
import { StreamReader } from '../stream/stream.testkit.js';

/** The clock of the door shows Tuesday, 30 June 2026: the step of Monday knows what was known on Sunday. */
const STEP = '2026-06-28';
const STEP_BEFORE = '2026-06-21';
const DAY_MS = 24 * 60 * 60 * 1000;
const MAY = 'from=2026-05-01&to=2026-05-31';

let door: QueryDoor;

beforeEach(async () => {
  door = new QueryDoor();
  await door.open();
});

afterEach(async () => {
  await door.close();
});

/** In May 81 limits of one benefit, 73 of them kept; three of another benefit, all kept. */
async function count(): Promise<void> {
  await door.begin();
  await door.append(0, 100);
  await door.checkpoint(0, {
    rows: {
      'decisions-in-time': [
        { on: '2026-05-12', x: yes, count: 73, at: { benefit: 'ADP', channel: 'online' } },
        { on: '2026-05-13', x: no, count: 8, at: { benefit: 'ADP', channel: 'online' } },
        { on: '2026-05-13', x: yes, count: 3, at: { benefit: 'SCP', channel: 'phone' } },
      ],
    },
  });
  await door.follow();
}

async function more(known: string): Promise<void> {
  await door.append(0, 20);
  await door.checkpoint(0, {
    rows: {
      'decisions-in-time': [{ on: '2026-05-20', x: yes, count: 20, at: { benefit: 'ADP', channel: 'online' }, known }],
    },
  });
  await door.follow();
}

function ask(query: string): ReturnType<QueryDoor['get']> {
  return door.get(`/v1/observations?measure=decisions-in-time&${query}`, 'scrutiny');
}

describe('figures for scrutiny', () => {
  beforeEach(count);

  it('are rounded, and too small ones are suppressed', async () => {
    const { status, body } = await ask(`${MAY}&by=benefit`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ asOf: STEP, audience: 'scrutiny' });
    expect(body.observations).toMatchObject([
      { dimensions: { benefit: 'ADP' }, value: 0.94, numerator: 75, denominator: 80 },
      { dimensions: { benefit: 'SCP' }, value: null, numerator: null, denominator: null, status: ['c'] },
    ]);
  });

  it('are the same as CSV', async () => {
    const { text } = await ask(`${MAY}&by=benefit&format=csv`);
    expect(text).toContain('ADP,0.94,75,80');
    expect(text).toMatch(/SCP,,,,.*c\r?\n$/);
  });

  it('do not move between steps, and move with the next', async () => {
    const before = (await ask(MAY)).body.observations;
    await more('2026-06-30');
    expect((await ask(MAY)).body.observations).toEqual(before);
    door.now += 7 * DAY_MS;
    expect((await ask(MAY)).body).toMatchObject({ asOf: '2026-07-05', observations: [{ denominator: 105 }] });
    expect((await ask(`${MAY}&asOf=${STEP}`)).body.observations).toEqual(before);
  });

  it('are worked out anew where something is counted that was known then', async () => {
    await ask(MAY);
    await more('2026-06-01');
    expect((await ask(MAY)).body.observations).toMatchObject([{ denominator: 105 }]);
  });

  it.each(['2026-06-27', '2026-06-29', '2026-06-30'])('are not there for %s, which is no step', async (day) => {
    const { status, body } = await ask(`${MAY}&asOf=${day}`);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ member: 'asOf', allowed: expect.arrayContaining([STEP, STEP_BEFORE]) }]);
  });

  it('are of the step before where those of the newest are not counted yet, which cannot be asked for', async () => {
    door.now -= 4 * DAY_MS;
    await door.append(1, 1);
    door.now += 4 * DAY_MS;
    expect((await ask(MAY)).body.asOf).toBe(STEP_BEFORE);
    expect((await ask(`${MAY}&asOf=${STEP}`)).status).toBe(503);
  });

  it('are kept back while nobody can tell whether they are counted', async () => {
    await door.begin('another');
    await door.follow();
    jest.spyOn(door.log, 'bounds').mockRejectedValue(new LogUnavailable('away'));
    expect((await ask(MAY)).status).toBe(503);
  });

  it('have a row in a day for whatever their month has', async () => {
    const { body } = await ask('from=2026-05-12&to=2026-05-12&grain=day&by=benefit');
    expect(body.observations).toMatchObject([
      { dimensions: { benefit: 'ADP' }, denominator: null, status: ['c'] },
      { dimensions: { benefit: 'SCP' }, denominator: null, status: ['c'] },
    ]);
  });
});

describe('what else scrutiny is shown', () => {
  beforeEach(count);

  it('is judged by controlled figures', async () => {
    const { body } = await door.get('/v1/attention', 'scrutiny');
    const row = body.rows.find(({ measure }: { measure: { id: string } }) => measure.id === 'decisions-in-time');
    expect(body).toMatchObject({ asOf: STEP, audience: 'scrutiny', changes: [], older: null });
    expect(row).toMatchObject({ since: null, changedFrom: null });
    for (const figure of [row.latest, row.before, row.year]) expect((figure.denominator ?? 0) % 5).toBe(0);
    expect(row.missed % 5).toBe(0);
  });

  it('is the indicators of a promise by controlled figures, at a step only', async () => {
    const { body } = await door.get('/v1/commitments/2019/2.2', 'scrutiny');
    const own = body.indicators.find(
      ({ evidence }: { evidence: { measure?: string } }) => evidence.measure === 'decisions-in-time',
    );
    expect(body.asOf).toBe(STEP);
    expect(own.latest).toMatchObject({ numerator: 75, denominator: 85 });
    expect((await door.get('/v1/commitments/2019/2.2?asOf=2026-06-29', 'scrutiny')).status).toBe(400);
    expect((await door.get('/v1/commitments?include=indicators&asOf=2026-06-29', 'scrutiny')).status).toBe(400);
    expect((await door.get('/v1/commitments?asOf=2026-06-29', 'scrutiny')).status).toBe(200);
  });

  it('is followed: the step at once, and nothing more when events come', async () => {
    const url = `${await door.url()}/v1/observations/stream?measure=decisions-in-time&grain=year`;
    const reader = await StreamReader.open(url, 'scrutiny');
    const { data } = await reader.event(0);
    await more('2026-06-30');
    const another = await StreamReader.open(url, 'staff');
    await another.event(0);
    expect(reader.events).toHaveLength(1);
    expect(data).toMatchObject({ asOf: STEP, audience: 'scrutiny', observations: [{ numerator: 75 }] });
    expect((await another.event(0)).data).toMatchObject({ observations: [{ numerator: 96 }] });
    reader.leave();
    another.leave();
  });

  it('is logged, with who asked', async () => {
    const log = jest.spyOn(Logger.prototype, 'log').mockImplementation(() => undefined);
    await ask(MAY);
    await door.get('/v1/attention', 'staff');
    expect(log.mock.calls).toEqual([
      [expect.objectContaining({ role: 'scrutiny', asked: expect.stringContaining(MAY) })],
    ]);
    log.mockRestore();
  });

  it.each(['/v1/queue?measure=open-applications', '/v1/distribution?measure=decision-time&period=2026-05'])(
    'is not %s, which is not controlled',
    async (path) => {
      expect((await door.get(path, 'scrutiny')).status).toBe(403);
    },
  );
});

describe('the steps', () => {
  it('are told to everybody, newest first', async () => {
    await count();
    const { body } = await door.get('/v1/steps');
    expect(body).toMatchObject({ step: 'week', latest: STEP });
    expect(body.steps.slice(0, 2)).toEqual([STEP, STEP_BEFORE]);
  });
});
