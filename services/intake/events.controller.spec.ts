import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { anEvent, BATCH, IntakeDoor, STRUCTURED } from './intake.testkit.js';

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
    const { status, body } = await door.sendBinary(anEvent({ id: 'événement 1' }));
    expect({ status, body }).toEqual({ status: 202, body: ALL_TAKEN(1) });
    expect(door.log.calls.flat().map(({ value }) => JSON.parse(value))).toEqual([anEvent({ id: 'événement 1' })]);
  });

  it('is taken in binary mode without a content type', async () => {
    expect((await door.sendBinary(anEvent()).unset('Content-Type').serialize(String)).status).toBe(202);
  });

  it('in binary mode without a body has no data', async () => {
    const { status, body } = await door.sendBinary(anEvent({ data: undefined }));
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ index: 0, id: 'event-1', code: 'missing', path: '/data' }]);
  });

  it.each(['sendOne', 'sendBinary'] as const)(
    'may say when it was recorded if an importer says it by %s',
    async (send) => {
      const event = anEvent({ recordedtime: '2026-03-03T10:00:00Z' });
      expect((await door[send](event, 'demo-importer')).status).toBe(202);
      expect(door.log.calls.flat().map(({ value }) => JSON.parse(value))).toEqual([event]);
    },
  );

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
    const { status, body } = await door.sendBatch(
      Array.from({ length: 1000 }, (_, n) => anEvent({ id: `event-${n}` })),
    );
    expect({ status, body }).toEqual({ status: 202, body: ALL_TAKEN(1000) });
  });

  it('does not hold 1,001', async () => {
    const { status, body } = await door.sendBatch(
      Array.from({ length: 1001 }, (_, n) => anEvent({ id: `event-${n}` })),
    );
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
    const bomb = gzipSync(`[${' '.repeat(8 * KIB * KIB)}]`);
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
  it.each([
    'text/plain',
    'application/xml',
    'application/cloudevents+xml',
    `${STRUCTURED}; charset=utf-16`,
    'nonsense',
  ])('of type %s is not taken', async (contentType) => {
    const { status, headers } = await door.send(JSON.stringify(anEvent()), contentType);
    expect(status).toBe(415);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it.each(['get', 'put', 'delete', 'patch'] as const)('by %s is not taken', async (method) => {
    const { status, headers } = await door.request(method).set('Authorization', 'Bearer demo-producer');
    expect(status).toBe(405);
    expect(headers['allow']).toBe('POST');
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  });
});
