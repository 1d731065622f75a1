import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { layoutOf } from '../../../libs/measures/layout.measure.js';
import { LogUnavailable } from '../../../libs/log/event-log.port.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { no, yes } from '../../../libs/measures/measure.measure.js';
import type { AttentionChange } from '../../../libs/store/attention-store.port.js';
import { StoreUnavailable, type FeedSeen } from '../../../libs/store/engine-store.port.js';
import { MemoryAttention } from '../../../libs/store/memory-attention.store.js';
import type { FillingProgress } from '../following/filling.port.js';
import { NOW, QueryDoor } from '../query.testkit.js';
import { StreamReader } from '../stream/stream.testkit.js';
import type { Attention } from './attention.service.js';
import { ATTENTION_SETTINGS, DEFAULT_ATTENTION_SETTINGS } from './attention.settings.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const hourly: FeedSeen = { first: NOW - 99 * HOUR, last: NOW, count: 100 };
const looking = { provide: ATTENTION_SETTINGS, useValue: { ...DEFAULT_ATTENTION_SETTINGS, lookMs: 1 } };

let door: QueryDoor;
let progress: FillingProgress | null;
const readers: StreamReader[] = [];

beforeEach(async () => {
  progress = null;
  door = await openDoor();
});

afterEach(async () => {
  jest.restoreAllMocks();
  for (const reader of readers.splice(0)) reader.leave();
  await door.close();
});

/** On the changes that are given. */
async function openDoor(attention = new MemoryAttention(), heartbeatMs = 15_000): Promise<QueryDoor> {
  const opened = new QueryDoor({ leastMs: 1, heartbeatMs }, { progress: () => progress }, [looking]);
  opened.attention = attention;
  await opened.open();
  return opened;
}

/** So many more payments on time, and late, in May. */
async function pay(onTime: number, late = 0, on = '2026-05-12'): Promise<void> {
  await door.append(0, 1);
  const rows = [
    { on, x: yes, count: onTime },
    { on, x: no, count: late },
  ].filter(({ count }) => count > 0);
  await door.checkpoint(0, { rows: { 'payments-on-time': rows }, feeds: { 'payment.promised': hourly } });
  await door.follow();
}

async function attention(query = ''): Promise<Attention> {
  return (await door.get(`/v1/attention${query}`, 'staff')).body;
}

async function stands(query = ''): Promise<readonly (string | null | undefined)[]> {
  const { rows } = await attention(query);
  const row = rows.find(({ measure: { id } }) => id === 'payments-on-time');
  return [row?.state, row?.since, row?.changedFrom];
}

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (let waited = 0; waited < 2_000; waited += 5) {
    if (await condition()) return;
    await pause(5);
  }
  throw new Error('it did not happen in time');
}

/** Waits until it is noticed how payments stand. */
async function noticed(state: string): Promise<void> {
  await until(async () => {
    const [now, since] = await stands();
    return now === state && since !== null;
  });
}

/** Long enough for many looks. */
const someTime = (): Promise<void> => pause(40);

async function begun(): Promise<void> {
  await door.begin();
  await pay(30);
  await noticed('on-target');
}

/** The payments' change of so many, as another process may have kept it: off target, then on target again. */
function aChange(turn: number): AttentionChange {
  const states = ['on-target', 'off-target'];
  const [from = '', to = ''] = turn % 2 === 1 ? states : states.toReversed();
  const judged = { at: NOW, measure: 'payments-on-time', version: '1.0.0', period: '2026-05', positions: [1, 0] };
  return { number: measures.length + turn, from, to, ...judged };
}

describe('how a measure stands', () => {
  it('when it is first looked at is its beginning, and no change', async () => {
    await begun();
    expect(await stands()).toEqual(['on-target', '2026-06-30T22:58:01Z', null]);
    expect(await attention()).toMatchObject({ changes: [], older: null });
    const kept = await door.attention.changesAfter(0, 1_000);
    expect(kept).toHaveLength(measures.length);
    expect(kept.every(({ from }) => from === null)).toBe(true);
  });

  it('is kept with the time at which it changed', async () => {
    await begun();
    door.now = NOW + MINUTE;
    await pay(0, 2);
    await noticed('off-target');
    expect(await stands()).toEqual(['off-target', '2026-06-30T22:59:01Z', 'on-target']);
    const [change] = (await attention()).changes;
    expect(change).toEqual({
      number: measures.length + 1,
      at: '2026-06-30T22:59:01Z',
      measure: { id: 'payments-on-time', version: '1.0.0', title: change?.measure.title },
      from: 'on-target',
      to: 'off-target',
      period: '2026-05',
    });
    expect(change?.measure.title).toMatch(/payment/i);
  });

  it('changes with the clock alone when what it counts no longer comes', async () => {
    await begun();
    door.now = NOW + 4 * 24 * HOUR;
    await noticed('gone-quiet');
    expect(await stands()).toEqual(['gone-quiet', '2026-07-04T22:58:01Z', 'on-target']);
    expect(await stands('?asOf=2026-06-30')).toEqual(['on-target', '2026-06-30T22:58:01Z', null]);
    expect((await attention('?asOf=2026-06-30')).changes).toEqual([]);
  });

  it('is listed page by page, newest first', async () => {
    await begun();
    for (let turn = 1; turn <= 26; turn += 1) await door.attention.insertChange(aChange(turn));
    await until(async () => (await attention()).changes[0]?.number === measures.length + 26);
    const first = await attention();
    const numbers = first.changes.map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => measures.length + 26 - index));
    const rest = await attention(`?before=${String(first.older)}`);
    expect(rest.changes.map(({ number }) => number)).toEqual([6, 5, 4, 3, 2, 1].map((turn) => measures.length + turn));
    expect(rest.older).toBeNull();
    expect(rest.rows).toEqual(first.rows);
  });
});

describe('no change of state', () => {
  let beginnings: number;
  beforeEach(async () => {
    await begun();
    beginnings = measures.length;
  });

  async function keptNothing(): Promise<void> {
    await someTime();
    expect(await door.attention.changesAfter(beginnings, 10)).toEqual([]);
  }

  it('is a restart', async () => {
    const again = await openDoor(door.attention as MemoryAttention);
    await again.close();
    await keptNothing();
  });

  it('is a rebuild that comes to the same', async () => {
    await door.begin('g2');
    await door.checkpoint(0, {
      rows: { 'payments-on-time': [{ on: '2026-05-12', x: yes, count: 30 }] },
      feeds: { 'payment.promised': hourly },
    });
    await door.follow();
    await keptNothing();
  });

  it('is what figures say that another version has counted', async () => {
    await door.begin('other', layoutOf(measures), 'of another version');
    await pay(1, 30);
    await keptNothing();
    expect(await stands()).toEqual(['off-target', null, null]);
  });

  it('is what figures say that lag behind the log', async () => {
    await door.append(1, 5);
    door.now = NOW + 1.5 * MINUTE;
    await pay(0, 3);
    await keptNothing();
    await door.checkpoint(1);
    await noticed('off-target');
  });

  it('is noticed while the log cannot be reached', async () => {
    const away = jest.spyOn(door.log, 'bounds').mockRejectedValue(new LogUnavailable('away'));
    door.now = NOW + 4 * 24 * HOUR;
    await keptNothing();
    away.mockRestore();
    await noticed('gone-quiet');
  });

  it('is noticed while history is being put on the log', async () => {
    progress = { sent: 1, of: 2 };
    door.now = NOW + 1;
    await pay(0, 3);
    await keptNothing();
    progress = null;
    await noticed('off-target');
  });

  it('is lost while the store is away', async () => {
    const away = jest.spyOn(door.attention, 'insertChange').mockRejectedValue(new StoreUnavailable('away'));
    await pay(0, 3);
    await someTime();
    expect(away.mock.calls.length).toBeGreaterThan(1);
    away.mockRestore();
    await noticed('off-target');
  });
});

describe('two processes', () => {
  it('keep a change once between them', async () => {
    await door.close();
    const shared = new MemoryAttention();
    const doors = [await openDoor(shared), await openDoor(shared)];
    for (const late of [0, 2]) {
      for (const one of doors) {
        door = one;
        if (late === 0) await one.begin();
        await pay(30, late);
      }
      for (const one of doors) {
        door = one;
        await noticed(late === 0 ? 'on-target' : 'off-target');
      }
    }
    await someTime();
    const changes = await shared.changesAfter(0, 1_000);
    expect(changes.map(({ number }) => number)).toEqual(changes.map((_, index) => index + 1));
    expect(changes.slice(measures.length)).toMatchObject([{ measure: 'payments-on-time', to: 'off-target' }]);
    await doors[0]?.close();
  });
});

describe('the stream of attention', () => {
  async function follow(lastEventId?: string): Promise<StreamReader> {
    const reader = await StreamReader.open(`${await door.url()}/v1/attention/stream`, 'staff', lastEventId);
    readers.push(reader);
    return reader;
  }

  it('begins with what is answered, and goes on with every change of state and nothing else', async () => {
    await begun();
    const reader = await follow();
    const { event, id, data } = await reader.event(0);
    expect({ event, id }).toEqual({ event: 'attention', id: measures.length });
    expect(data).toEqual((await door.get('/v1/attention', 'staff')).body);
    await pay(7);
    await someTime();
    expect(reader.events).toHaveLength(1);
    await pay(0, 1);
    const next = await reader.event(1);
    expect(next).toMatchObject({ event: 'attention', id: measures.length + 1 });
    expect(next.data).toMatchObject({ changes: [{ to: 'off-target' }] });
  });

  it('goes on where a reader left off, also after a restart', async () => {
    await begun();
    await pay(0, 1);
    await noticed('off-target');
    const latest = measures.length + 1;
    const after = await openDoor(door.attention as MemoryAttention, 2);
    await door.close();
    door = after;
    await someTime();
    const up = await follow(String(latest));
    const behind = await follow(String(latest - 1));
    expect(await behind.event(0)).toMatchObject({ event: 'attention', id: latest });
    for (const unknown of [String(latest + 1), 'x']) {
      const lost = await follow(unknown);
      expect(await lost.event(0)).toMatchObject({ event: 'reset', id: latest, data: { reason: 'unknown' } });
      expect(await lost.event(1)).toMatchObject({ event: 'attention', id: latest });
    }
    await up.until(() => up.heartbeats > 2);
    expect(up.events).toEqual([]);
  });

  it('ends when the service stops', async () => {
    const reader = await follow();
    await reader.event(0);
    const opened = door;
    door = await openDoor();
    await opened.close();
    await reader.ended;
  });

  it.each([
    [undefined, 401],
    ['producer', 403],
  ])('is not for %s', async (role, status) => {
    const answer = await door.get('/v1/attention/stream', role);
    expect(answer.status).toBe(status);
  });
});
