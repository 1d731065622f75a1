import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { layoutOf } from '../../../libs/measures/layout.measure.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { ObservationsService } from '../observations/observations.service.js';
import type { StreamSettings } from '../query.settings.js';
import { NOW, QueryDoor } from '../query.testkit.js';
import { StreamReader, type ReceivedEvent } from './stream.testkit.js';

const QUESTION = 'measure=applications-received&grain=month';
const MIDNIGHT = Date.parse('2026-06-30T23:00:00Z');

let door: QueryDoor;
const readers: StreamReader[] = [];

async function openDoor(settings: Partial<StreamSettings> = {}): Promise<void> {
  door = new QueryDoor({ leastMs: 5, heartbeatMs: 5, ...settings });
  await door.open();
  await door.begin();
  await door.follow();
}

beforeEach(() => openDoor());

afterEach(async () => {
  jest.restoreAllMocks();
  for (const reader of readers.splice(0)) reader.leave();
  await door.close();
});

async function follow(query = QUESTION, role = 'staff', lastEventId?: number | string): Promise<StreamReader> {
  const url = `${await door.url()}/v1/observations/stream?${query}`;
  const reader = await StreamReader.open(url, role, lastEventId?.toString());
  readers.push(reader);
  return reader;
}

/** Counts so many more applications on a day. */
async function receive(count: number, on = '2026-06-10'): Promise<void> {
  await door.append(0, 1);
  await door.checkpoint(0, { rows: { 'applications-received': [{ on, x: 0, count }] } });
  await door.follow();
}

function valueOf({ data }: ReceivedEvent): number | null | undefined {
  return data.observations[0]?.value;
}

describe('a stream', () => {
  it('begins with what observations answer about the present period', async () => {
    await receive(3);
    const reader = await follow(`${QUESTION}&by=benefit&filter[channel]=online`);
    expect(reader.status).toBe(200);
    expect(reader.headers).toMatchObject({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const { event, data } = await reader.event(0);
    const today = 'from=2026-06-30&to=2026-06-30';
    const { body } = await door.get(`/v1/observations?${QUESTION}&by=benefit&filter[channel]=online&${today}`, 'staff');
    expect({ event, data }).toEqual({ event: 'observations', data: body });
    expect(data).toMatchObject({ observations: [{ period: '2026-06', complete: false, value: 3 }] });
  });

  it('is of months where no grain is asked for', async () => {
    const { data } = await (await follow('measure=decisions-made')).event(0);
    expect(data).toMatchObject({ grain: 'month', observations: [{ period: '2026-06' }] });
  });

  it('goes on after every change, with a greater revision', async () => {
    const reader = await follow();
    const seen = [await reader.event(0)];
    for (const [index, count] of [1, 20, 300].entries()) {
      await receive(count);
      seen.push(await reader.event(index + 1));
    }
    expect(seen.map(valueOf)).toEqual([0, 1, 21, 321]);
    const ids = seen.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
  });

  it('says nothing when what it shows has not changed', async () => {
    const reader = await follow();
    await reader.event(0);
    await receive(5, '2026-05-10');
    await pause(30);
    await receive(5);
    expect(valueOf(await reader.event(1))).toBe(5);
    expect(reader.events).toHaveLength(2);
  });

  it('goes on across a rebuild, with a greater revision although no more has been counted', async () => {
    await receive(3);
    const reader = await follow();
    const before = await reader.event(0);
    await door.begin('g2');
    await door.checkpoint(0, { rows: { 'applications-received': [{ on: '2026-06-10', x: 0, count: 4 }] } });
    await door.follow();
    await reader.until(() => reader.events.some((event) => valueOf(event) === 4));
    expect(reader.events.at(-1)?.id).toBeGreaterThan(before.id);
  });

  it('goes over to the next period when a new day begins, though nothing is counted', async () => {
    await receive(3);
    const reader = await follow();
    const before = await reader.event(0);
    door.now = MIDNIGHT;
    const after = await reader.event(1);
    expect(after.data).toMatchObject({ asOf: '2026-07-01', observations: [{ period: '2026-07', value: 0 }] });
    expect(after.id).toBeGreaterThan(before.id);
  });

  it('beats while nothing changes', async () => {
    const reader = await follow();
    await reader.until(() => reader.heartbeats >= 3);
    expect(reader.events).toHaveLength(1);
  });

  it('gives only its headers to who asks for no more', async () => {
    const { headers } = await fetch(`${await door.url()}/v1/observations/stream?${QUESTION}`, {
      method: 'HEAD',
      headers: { Authorization: 'Bearer demo-staff' },
    });
    expect(headers.get('content-type')).toBe('text/event-stream');
  });
});

describe('readers of the same question', () => {
  it('share one computation, and are each told their role', async () => {
    const answers = jest.spyOn(ObservationsService.prototype, 'answer');
    const roles = ['staff', 'compiler', 'auditor', 'admin', 'staff'];
    const all = await Promise.all(roles.map((role) => follow(QUESTION, role)));
    for (const reader of all) await reader.event(0);
    await receive(7);
    const events = await Promise.all(all.map((reader) => reader.event(1)));
    expect(events.map(({ data }) => data['audience'])).toEqual(roles);
    // Once to begin with, once for the new segment, and once more where that came while the first pause lasted.
    expect(answers.mock.calls.length).toBeLessThanOrEqual(3);
  });

  it('are the same however the question is written', async () => {
    const answers = jest.spyOn(ObservationsService.prototype, 'answer');
    const one = 'measure=decisions-made&by=benefit&filter[channel]=online&filter[benefit]=ADP';
    const same = 'filter[benefit]=ADP&filter[channel]=online&measure=decisions-made&grain=month&by=benefit';
    for (const query of [one, same]) await (await follow(query)).event(0);
    expect(answers).toHaveBeenCalledTimes(1);
  });

  it('cost nothing once they have left', async () => {
    const reader = await follow();
    await reader.event(0);
    reader.leave();
    await reader.ended;
    await pause(20);
    const answers = jest.spyOn(ObservationsService.prototype, 'answer');
    await receive(1);
    await pause(20);
    expect(answers).not.toHaveBeenCalled();
  });
});

describe('a reader that comes back', () => {
  it('gets nothing again that it has seen', async () => {
    const { id } = await (await follow()).event(0);
    const reader = await follow(QUESTION, 'staff', id);
    await reader.until(() => reader.heartbeats >= 2);
    await receive(2);
    expect(valueOf(await reader.event(0))).toBe(2);
  });

  it('gets the present answer where that has changed', async () => {
    const first = await follow();
    const { id } = await first.event(0);
    await receive(2);
    await first.event(1);
    const reader = await follow(QUESTION, 'staff', id);
    expect(await reader.event(0)).toMatchObject({ event: 'observations', data: { observations: [{ value: 2 }] } });
  });

  it.each([
    [String(NOW - 1), 'too-old'],
    [String(NOW + 1_000_000), 'unknown'],
    ['something else', 'unknown'],
  ])('with %s is reset, and gets the present answer', async (lastEventId, reason) => {
    const reader = await follow(QUESTION, 'staff', lastEventId);
    const [reset, present] = [await reader.event(0), await reader.event(1)];
    expect(reset).toEqual({ event: 'reset', id: present.id, data: { reason } });
    expect(present.event).toBe('observations');
  });

  it('after a restart is reset, and gets greater revisions', async () => {
    const { id } = await (await follow()).event(0);
    await door.close();
    door.now = NOW + 1_000;
    await door.open();
    const reader = await follow(QUESTION, 'staff', id);
    expect(await reader.event(0)).toMatchObject({ event: 'reset', data: { reason: 'too-old' } });
    expect((await reader.event(1)).id).toBeGreaterThan(id);
  });
});

describe('a stream ends', () => {
  it('when the application stops, which does not wait for its readers', async () => {
    const [reader, stalled] = [await follow(), await follow()];
    await reader.event(0);
    stalled.stopReading();
    await door.close();
    await reader.ended;
  });

  it('when its question can no longer be answered', async () => {
    const reader = await follow();
    await reader.event(0);
    await door.begin('older', layoutOf(measures.filter(({ id }) => id !== 'applications-received')));
    await door.follow();
    await reader.ended;
    expect((await follow()).status).toBe(503);
  });
});

describe('before it begins a stream is refused', () => {
  it.each([
    ['', 400],
    ['measure=nothing', 400],
    ['measure=call-wait&by=channel', 400],
    ['measure=decision-time&asOf=2026-01-01', 400],
    ['measure=decision-time&from=2026-01-01', 400],
    ['measure=decision-time&format=csv', 400],
  ])('%j', async (query, status) => {
    const answer = await door.get(`/v1/observations/stream?${query}`, 'staff');
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body.errors.length).toBeGreaterThan(0);
  });

  it.each([
    [undefined, 401],
    ['nobody', 401],
    ['producer', 403],
    ['importer', 403],
  ])('to %s', async (role, status) => {
    expect((await door.get(`/v1/observations/stream?${QUESTION}`, role)).status).toBe(status);
  });

  it('while the measure is still being counted', async () => {
    await door.begin('older', layoutOf(measures.filter(({ id }) => id !== 'decision-time')));
    await door.follow();
    const { status, headers } = await door.get('/v1/observations/stream?measure=decision-time', 'staff');
    expect([status, headers['retry-after']]).toEqual([503, '5']);
  });
});
