import { setTimeout as pause } from 'node:timers/promises';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { StoreUnavailable } from '../../../libs/store/engine-store.port.js';
import type { AttentionChange } from '../../../libs/store/attention-store.port.js';
import { MemoryAttention } from '../../../libs/store/memory-attention.store.js';
import { signedHeaders } from '../../../libs/webhook/signature.codec.js';
import { TRIED_FOR } from '../../../libs/webhook/retry.rule.js';
import { DEFAULT_ATTENTION_SETTINGS } from '../attention/attention.settings.js';
import { KeptChanges } from '../attention/kept-changes.service.js';
import { Deliveries } from './deliveries.service.js';
import { messageOf } from './webhook-message.codec.js';

const SECRET = 'a secret that has more than 32 characters';
const NOW = Date.parse('2026-06-30T22:58:01Z');
const HOUR = 3_600_000;

let now: number;
let store: MemoryAttention;
let server: Server;
let url: string;
let status: number;
let got: { readonly headers: IncomingHttpHeaders; readonly body: string }[];
const processes: Deliveries[] = [];

beforeEach(async () => {
  for (const level of ['warn', 'error'] as const) jest.spyOn(Logger.prototype, level).mockReturnValue(undefined);
  [now, store, status, got] = [NOW, new MemoryAttention(), 204, []];
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      response.writeHead(status).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  url = `http://127.0.0.1:${String(typeof at === 'object' && at !== null ? at.port : 0)}/hook`;
});

afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(processes.splice(0).map((process) => process.beforeApplicationShutdown()));
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
});

function aChange(number: number, members: Partial<AttentionChange> = {}): AttentionChange {
  const states = { from: 'on-target', to: 'off-target' };
  const measure = { measure: 'payments-on-time', version: '1.0.0' };
  return { number, at: NOW, ...measure, ...states, period: '2026-05', positions: [1], ...members };
}

async function started(): Promise<Deliveries> {
  const kept = new KeptChanges(store);
  await kept.refresh();
  const settings = { ...DEFAULT_ATTENTION_SETTINGS, lookMs: 1 };
  const receiver = { url, secret: SECRET, isLocal: true };
  const deliveries = new Deliveries(store, kept, () => now, settings, receiver);
  deliveries.onApplicationBootstrap();
  processes.push(deliveries);
  return deliveries;
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 2_000; waited += 2) {
    if (await condition()) return;
    await pause(2);
  }
  throw new Error('it did not happen in time');
}

const someTime = (): Promise<void> => pause(30);

async function isDelivered(number: number): Promise<boolean> {
  const [delivery] = await store.deliveriesFrom(number);
  return delivery?.number === number && delivery.deliveredAt !== null;
}

describe('a change of state', () => {
  it('is told as a CloudEvent that is signed, once', async () => {
    await store.insertChange(aChange(1));
    await started();
    await until(() => isDelivered(1));
    await someTime();
    expect(got).toHaveLength(1);
    const [{ headers, body }] = got as [{ headers: IncomingHttpHeaders; body: string }];
    const id = '1-2026-06-30T22:58:01Z';
    expect(headers).toMatchObject({
      'content-type': 'application/cloudevents+json',
      ...signedHeaders(SECRET, { id, body, at: NOW }),
    });
    expect(JSON.parse(body)).toEqual({
      specversion: '1.0',
      id,
      source: '/v1/attention',
      type: 'charter.attention-changed.v1',
      time: '2026-06-30T22:58:01Z',
      subject: 'payments-on-time',
      datacontenttype: 'application/json',
      data: {
        number: 1,
        measure: { id: 'payments-on-time', version: '1.0.0', title: expect.any(String) },
        from: 'on-target',
        to: 'off-target',
        period: '2026-05',
      },
    });
  });

  it('always comes to the same text', () => {
    expect(messageOf(aChange(1))).toEqual(messageOf({ ...aChange(1) }));
  });

  it('is not told of a beginning', async () => {
    await store.insertChange(aChange(1, { from: null }));
    await started();
    await someTime();
    expect(got).toEqual([]);
  });

  it('is told again, later each time, until it is taken', async () => {
    status = 500;
    await store.insertChange(aChange(1));
    await started();
    const times: number[] = [];
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      await until(async () => (await store.deliveriesFrom(1))[0]?.attempts === attempt && got.length === attempt);
      await someTime();
      expect(got).toHaveLength(attempt);
      const [delivery] = await store.deliveriesFrom(1);
      times.push((delivery?.nextAt ?? 0) - now);
      if (attempt === 5) status = 200;
      if (attempt < 6) now = delivery?.nextAt ?? now;
    }
    expect(await isDelivered(1)).toBe(true);
    expect(times[4]).toBeGreaterThan(times[0] ?? Infinity);
    expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(got.map(({ body }) => body)).size).toBe(1);
  });

  it('is given up after three days', async () => {
    status = 503;
    await store.insertChange(aChange(1));
    await started();
    await until(() => got.length === 1);
    now = NOW + TRIED_FOR - HOUR;
    await until(() => got.length === 2);
    now = NOW + TRIED_FOR;
    status = 204;
    await someTime();
    expect(got).toHaveLength(2);
  });

  it('that was not taken does not keep back the next', async () => {
    status = 500;
    await store.insertChange(aChange(1));
    await store.insertChange(aChange(2));
    await started();
    await until(() => got.length === 2);
    expect(got.map(({ headers }) => headers['webhook-id']?.slice(0, 2))).toEqual(['1-', '2-']);
  });
});

describe('after a restart', () => {
  it('what was taken is not told again, and what was not is told at its time', async () => {
    await store.insertChange(aChange(1));
    const first = await started();
    await until(() => isDelivered(1));
    await first.beforeApplicationShutdown();
    status = 500;
    await store.insertChange(aChange(2));
    const second = await started();
    await until(() => got.length === 2);
    await second.beforeApplicationShutdown();
    status = 204;
    await started();
    await someTime();
    expect(got).toHaveLength(2);
    now = (await store.deliveriesFrom(2))[0]?.nextAt ?? now;
    await until(() => isDelivered(2));
    expect(got.map(({ headers }) => headers['webhook-id']?.slice(0, 2))).toEqual(['1-', '2-', '2-']);
  });

  it('one that was being told when the process died is told again', async () => {
    await store.insertChange(aChange(1));
    await store.beginAttempt(1, 1, NOW + 15_000);
    await started();
    await someTime();
    expect(got).toEqual([]);
    now = NOW + 15_000;
    await until(() => isDelivered(1));
  });
});

describe('of two processes', () => {
  it('one tells a change', async () => {
    for (let number = 1; number <= 20; number += 1) await store.insertChange(aChange(number));
    await Promise.all([started(), started()]);
    await until(() => isDelivered(20));
    await someTime();
    expect(got).toHaveLength(20);
    expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(20);
  });
});

describe('while the store is away', () => {
  it('nothing is told that could not be noted, and what was taken is noted later', async () => {
    await store.insertChange(aChange(1));
    const begin = jest.spyOn(store, 'beginAttempt').mockRejectedValue(new StoreUnavailable('away'));
    await started();
    await until(() => begin.mock.calls.length > 2);
    expect(got).toEqual([]);
    const note = jest.spyOn(store, 'noteDelivered').mockRejectedValue(new StoreUnavailable('away'));
    begin.mockRestore();
    await until(() => note.mock.calls.length > 2);
    note.mockRestore();
    await until(() => isDelivered(1));
    now = NOW + HOUR;
    await someTime();
    expect(got).toHaveLength(1);
  });
});
