import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LogUnavailable } from '../../libs/log/event-log.port.js';
import { aReportedFigure, anEvent, BATCH, IntakeDoor, SOURCE, STRUCTURED } from './intake.testkit.js';

const KIB = 1024;
const ALL_TAKEN = (accepted: number): object => ({ accepted, rejected: [] });

let door: IntakeDoor;

beforeEach(async () => {
  door = new IntakeDoor();
  await door.open();
});

afterEach(async () => {
  await door.close();
});

describe('an event', () => {
  it('is taken in structured mode', async () => {
    const { status, body } = await door.sendOne(anEvent());
    expect({ status, body }).toEqual({ status: 202, body: ALL_TAKEN(1) });
    const [[record] = []] = door.log.calls;
    expect(record?.key).toBe('CASE-000001');
    expect(JSON.parse(record?.value ?? '')).toEqual(anEvent());
  });

  it('is taken in binary mode', async () => {
    const { data, ...attributes } = anEvent({ id: 'événement 1' });
    const asked = door.request().set('Authorization', 'Bearer demo-producer').set('Content-Type', 'application/json');
    for (const [name, value] of Object.entries(attributes)) asked.set(`ce-${name}`, encodeURIComponent(String(value)));
    const { status, body } = await asked.send(JSON.stringify(data));
    expect({ status, body }).toEqual({ status: 202, body: ALL_TAKEN(1) });
    expect(door.log.calls.flat().map(({ value }) => JSON.parse(value))).toEqual([anEvent({ id: 'événement 1' })]);
  });

  it('is taken in binary mode from an importer who says when it was recorded', async () => {
    const { data, ...attributes } = anEvent({ recordedtime: '2026-03-03T10:00:00Z' });
    const asked = door.request().set('Authorization', 'Bearer demo-importer');
    for (const [name, value] of Object.entries(attributes)) asked.set(`ce-${name}`, String(value));
    expect((await asked.set('Content-Type', 'application/json').send(JSON.stringify(data))).status).toBe(202);
    expect(door.log.calls.flat()[0]?.value).toContain('"recordedtime":"2026-03-03T10:00:00Z"');
  });

  it('in binary mode without a body has no data', async () => {
    const { data: _, ...attributes } = anEvent();
    const asked = door.request().set('Authorization', 'Bearer demo-producer');
    for (const [name, value] of Object.entries(attributes)) asked.set(`ce-${name}`, String(value));
    const { status, body } = await asked;
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ index: 0, id: 'event-1', code: 'missing', path: '/data' }]);
  });

  it('loses extension attributes that are none of the contract', async () => {
    expect((await door.sendOne(anEvent({ partitionkey: 'x', traceparent: 'y' }))).status).toBe(202);
    expect(door.log.calls.flat().map(({ value }) => JSON.parse(value))).toEqual([anEvent()]);
  });

  it('may be sent again and again', async () => {
    for (let time = 1; time <= 3; time += 1) {
      const { status, body } = await door.sendOne(anEvent());
      expect({ status, body }).toEqual({ status: 202, body: ALL_TAKEN(1) });
    }
    expect(door.log.calls).toHaveLength(3);
  });

  it('carries the trace of its request on to the log', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await door.sendOne(anEvent()).set('traceparent', traceparent);
    await door.sendOne(anEvent()).set('traceparent', 'nonsense');
    expect(door.log.calls.flat().map(({ headers }) => headers)).toEqual([{ traceparent }, {}]);
  });
});

describe('a batch', () => {
  it('is appended in one call and in order', async () => {
    const events = ['a', 'b', 'c'].map((id) => anEvent({ id }));
    const { status, body } = await door.sendBatch(events);
    expect({ status, body }).toEqual({ status: 202, body: ALL_TAKEN(3) });
    expect(door.log.calls).toHaveLength(1);
    expect(door.log.calls.flat().map(({ value }) => JSON.parse(value))).toEqual(events);
  });

  it('is taken without its bad events, each of which is listed', async () => {
    const { status, body } = await door.sendBatch([
      anEvent({ id: 'good-1' }),
      anEvent({ id: 'bad-1', data: { benefit: 'NONE', channel: 'online' } }),
      'not an event',
      anEvent({ id: 'good-2' }),
      anEvent({ id: 7 }),
    ]);
    expect(status).toBe(202);
    expect(body.accepted).toBe(2);
    expect(body.rejected).toMatchObject([
      { index: 1, id: 'bad-1', code: 'wrong-value', path: '/data/benefit' },
      { index: 2, id: null, code: 'not-an-object', path: '' },
      { index: 4, id: null, code: 'wrong-type', path: '/id' },
    ]);
    expect(body.rejected.every(({ detail }: { detail: unknown }) => typeof detail === 'string')).toBe(true);
    expect(door.log.calls.flat().map(({ value }) => JSON.parse(value).id)).toEqual(['good-1', 'good-2']);
  });

  it('of bad events only is a problem with the same list', async () => {
    const { status, headers, body } = await door.sendBatch([anEvent({ type: 'x' }), null]);
    expect(status).toBe(400);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({ type: '/problems/no-event-accepted', status: 400 });
    expect(body.errors).toMatchObject([
      { index: 0, id: 'event-1', code: 'unknown-type' },
      { index: 1, id: null, code: 'not-an-object' },
    ]);
    expect(door.log.calls).toEqual([]);
  });

  it.each([
    ['[]', 'missing'],
    ['{}', 'wrong-type'],
    ['null', 'wrong-type'],
    ['[{]', 'not-json'],
    ['', 'not-json'],
  ])('%j is no batch', async (text, code) => {
    const { status, body } = await door.send(text, BATCH);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ index: null, id: null, code, path: '' }]);
  });

  it('holds 1,000 events', async () => {
    const { status, body } = await door.sendBatch(Array.from({ length: 1000 }, (_, n) => anEvent({ id: `event-${n}` })));
    expect({ status, body }).toEqual({ status: 202, body: ALL_TAKEN(1000) });
  });

  it('does not hold 1,001', async () => {
    const { status, body } = await door.sendBatch(Array.from({ length: 1001 }, (_, n) => anEvent({ id: `event-${n}` })));
    expect(status).toBe(413);
    expect(body.errors).toMatchObject([{ index: null, code: 'too-large' }]);
    expect(door.log.calls).toEqual([]);
  });

  it('may have 4 MiB, and not a byte more', async () => {
    const text = JSON.stringify([anEvent()]);
    const padding = ' '.repeat(4 * KIB * KIB - text.length);
    expect((await door.send(text + padding, BATCH)).status).toBe(202);
    expect((await door.send(`${text}${padding} `, BATCH)).status).toBe(413);
  });

  it('lists an oversized event, and takes the others', async () => {
    const { status, body } = await door.sendBatch([anEvent({ id: 'big', note: 'x'.repeat(64 * KIB) }), anEvent()]);
    expect(status).toBe(202);
    expect(body).toMatchObject({ accepted: 1, rejected: [{ index: 0, code: 'too-large' }] });
  });

  it('of nothing but oversized events is 400', async () => {
    const { status, body } = await door.sendBatch([anEvent({ note: 'x'.repeat(64 * KIB) })]);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ index: 0, code: 'too-large' }]);
  });
});

describe('a compressed body', () => {
  it('is inflated', async () => {
    const { status } = await door.send(gzipSync(JSON.stringify([anEvent()])), BATCH).set('Content-Encoding', 'gzip');
    expect(status).toBe(202);
  });

  it('is bounded by what it inflates to', async () => {
    const bomb = gzipSync(`[${' '.repeat(64 * KIB * KIB)}]`);
    expect((await door.send(bomb, BATCH).set('Content-Encoding', 'gzip')).status).toBe(413);
  });

  it.each(['snappy', 'gzip, gzip'])('in %s is not taken', async (encoding) => {
    expect((await door.sendOne(anEvent()).set('Content-Encoding', encoding)).status).toBe(415);
  });

  it('that is not what it says is 400', async () => {
    const { status, headers } = await door.sendOne(anEvent()).set('Content-Encoding', 'gzip');
    expect(status).toBe(400);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  });
});

describe('a request', () => {
  it.each(['text/plain', 'application/xml', 'application/cloudevents+xml', `${STRUCTURED}; charset=utf-16`, 'nonsense'])(
    'of type %s is not taken',
    async (contentType) => {
      const { status, headers } = await door.send(JSON.stringify(anEvent()), contentType);
      expect(status).toBe(415);
      expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    },
  );

  it.each(['get', 'put', 'delete', 'patch'] as const)('by %s is not taken', async (method) => {
    const { status, headers } = await door.request(method).set('Authorization', 'Bearer demo-producer');
    expect(status).toBe(405);
    expect(headers['allow']).toBe('POST');
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  });
});

describe('the log', () => {
  it('has answered before anything is acknowledged', async () => {
    const order: string[] = [];
    const held = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    await door.close();
    await door.open({ appendDeadlineMs: 5000 });
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

describe('who sends', () => {
  it.each([
    ['no token', undefined, 401],
    ['a bad token', 'nobody', 401],
    ['scrutiny', 'demo-scrutiny', 403],
    ['staff', 'demo-staff', 403],
    ['the auditor', 'demo-auditor', 403],
    ['the admin', 'demo-admin', 403],
    ['the compiler', 'demo-compiler', 403],
    ['a producer', 'demo-producer', 202],
    ['an importer', 'demo-importer', 202],
  ])('an application with %s gets %s: %d', async (_, token, expected) => {
    const asked = door.request().set('Content-Type', STRUCTURED);
    if (token !== undefined) asked.set('Authorization', `Bearer ${token}`);
    const { status, headers } = await asked.send(JSON.stringify(anEvent()));
    expect(status).toBe(expected);
    expect(headers['www-authenticate'] !== undefined).toBe(expected === 401);
    expect(door.log.calls).toHaveLength(expected === 202 ? 1 : 0);
  });

  it('is asked before the body is read', async () => {
    const big = Buffer.alloc(5 * KIB * KIB, ' ');
    const { status } = await door.request().set('Content-Type', BATCH).send(big);
    expect(status).toBe(401);
  });

  it('a compiler sends reported figures and evidence', async () => {
    const evidence = anEvent({
      type: 'charter.evidence.filed.v1',
      subject: 'S3-M58.2025-26',
      data: { measure: 'S3-M58', year: '2025-26', title: 'Synthetic title', summary: 'Synthetic summary' },
    });
    const { status, body } = await door.sendBatch([aReportedFigure(), evidence], 'demo-compiler');
    expect({ status, body }).toEqual({ status: 202, body: ALL_TAKEN(2) });
  });

  it('a compiler gets 403 for any other fact, and nothing of the batch is taken', async () => {
    expect((await door.sendBatch([aReportedFigure(), anEvent()], 'demo-compiler')).status).toBe(403);
    expect(door.log.calls).toEqual([]);
  });

  it('a compiler hears of what is no fact at all as everyone does', async () => {
    const { status, body } = await door.sendBatch([aReportedFigure(), {}, 3], 'demo-compiler');
    expect(status).toBe(202);
    expect(body).toMatchObject({ accepted: 1, rejected: [{ index: 1, code: 'missing' }, { index: 2, code: 'not-an-object' }] });
  });

  it.each(['demo-producer', 'demo-compiler'])('%s may not say when a fact was recorded', async (token) => {
    const { status, body } = await door.sendOne(aReportedFigure({ recordedtime: '2026-03-03T10:00:00Z' }), token);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ code: 'recorded-not-allowed', path: '/recordedtime' }]);
  });

  it('a producer keeps to its sources', async () => {
    const { status, body } = await door.sendBatch(
      [anEvent({ source: `${SOURCE}/north` }), anEvent({ source: 'https://elsewhere.example' })],
      'bound-producer',
    );
    expect(status).toBe(202);
    expect(body).toMatchObject({ accepted: 1, rejected: [{ index: 1, code: 'wrong-source', path: '/source' }] });
  });
});
