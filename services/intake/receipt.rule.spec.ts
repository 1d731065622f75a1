import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DOOR_CODES } from '../../libs/events/refusal.fact.js';
import { anEvent, aReportedFigure, BATCH, IntakeDoor, STRUCTURED } from './intake.testkit.js';

const APPLICATION = { benefit: 'ADP', channel: 'online' };

/** JSON text of an event whose data hold `depth` arrays within each other. */
function nested(depth: number): string {
  return JSON.stringify(anEvent({ data: 0 })).replace(
    '"data":0',
    `"data":{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`,
  );
}

function withMember(name: string): string {
  return JSON.stringify(anEvent({ data: 0 })).replace('"data":0', `"data":{"${name}":{}}`);
}

/** Text of an event, the token it is sent with, and what the door finds wrong. */
type Refused = readonly [code: (typeof DOOR_CODES)[number], path: string, text: string, token?: string];

const REFUSED: readonly Refused[] = [
  ['not-an-object', '', '[]'],
  ['not-an-object', '', 'null'],
  ['not-an-object', '', '"text"'],
  ['missing', '/specversion', '{}'],
  ...['id', 'source', 'type', 'time', 'subject', 'data'].map((member): Refused => [
    'missing',
    `/${member}`,
    JSON.stringify(anEvent({ [member]: undefined })),
  ]),
  ['missing', '/data/channel', JSON.stringify(anEvent({ data: { benefit: 'ADP' } }))],
  ['unknown-member', '/data/name', JSON.stringify(anEvent({ data: { ...APPLICATION, name: 'free text' } }))],
  ['unknown-member', '/data_base64', JSON.stringify(anEvent({ data_base64: 'e30=' }))],
  ['unknown-member', '/dataschema', JSON.stringify(anEvent({ dataschema: 'https://schemas.example/x' }))],
  ['wrong-type', '/id', JSON.stringify(anEvent({ id: 1 }))],
  ['wrong-type', '/data', JSON.stringify(anEvent({ data: 'text' }))],
  ['wrong-type', '/data/specialRules', JSON.stringify(anEvent({ data: { ...APPLICATION, specialRules: 'yes' } }))],
  ['wrong-type', '/data/value', JSON.stringify(aReportedFigure()).replace(':12}', ':1e999}')],
  ['wrong-value', '/specversion', JSON.stringify(anEvent({ specversion: '0.3' }))],
  ['wrong-value', '/id', JSON.stringify(anEvent({ id: '' }))],
  ['wrong-value', '/subject', JSON.stringify(anEvent({ subject: 'A Person' }))],
  ['wrong-value', '/time', JSON.stringify(anEvent({ time: '2026-03-02T09:30:00' }))],
  ['wrong-value', '/datacontenttype', JSON.stringify(anEvent({ datacontenttype: 'text/xml' }))],
  ['wrong-value', '/data/benefit', JSON.stringify(anEvent({ data: { ...APPLICATION, benefit: 'NONE' } }))],
  ['too-long', '/id', JSON.stringify(anEvent({ id: 'x'.repeat(129) }))],
  ['too-long', '/source', JSON.stringify(anEvent({ source: `https://x.example/${'x'.repeat(256)}` }))],
  ['too-deep', '/data', nested(7)],
  ['too-deep', '/data', nested(10_000)],
  ['forbidden-name', '/data/__proto__', withMember('__proto__')],
  ['forbidden-name', '/data/constructor', withMember('constructor')],
  ['forbidden-name', '/data/prototype', withMember('prototype')],
  ['time-in-future', '/time', JSON.stringify(anEvent({ time: '2026-04-01T12:05:01Z' }))],
  ['time-too-early', '/time', JSON.stringify(anEvent({ time: '2017-12-31T23:59:59Z' }))],
  ['recorded-not-allowed', '/recordedtime', JSON.stringify(anEvent({ recordedtime: '2026-03-03T00:00:00Z' }))],
  [
    'recorded-wrong',
    '/recordedtime',
    JSON.stringify(anEvent({ recordedtime: '2026-04-02T00:00:00Z' })),
    'demo-importer',
  ],
  [
    'recorded-wrong',
    '/recordedtime',
    JSON.stringify(anEvent({ recordedtime: '2026-03-02T09:24:59Z' })),
    'demo-importer',
  ],
  ['unknown-type', '/type', JSON.stringify(anEvent({ type: 'charter.application.forgotten.v1' }))],
  ['unsupported-version', '/type', JSON.stringify(anEvent({ type: 'charter.application.received.v2' }))],
  ['wrong-source', '/source', JSON.stringify(anEvent({ source: 'https://elsewhere.example/' })), 'bound-producer'],
];

const CASES = REFUSED.map(([code, path, text, token]) => ({ code, path, text, token }));

const UNREADABLE: readonly (readonly [string, string | Buffer])[] = [
  ['nothing', ''],
  ['half an object', '{"id":'],
  ['a leading zero byte', `\0${JSON.stringify(anEvent())}`],
  ['two objects', '{}{}'],
  ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
  ['text in UTF-16', Buffer.from(JSON.stringify(anEvent()), 'utf16le')],
];

const door = new IntakeDoor();

beforeAll(async () => {
  await door.open();
});

beforeEach(() => {
  door.log.calls.length = 0;
});

afterAll(async () => {
  await door.close();
});

describe('the door refuses', () => {
  it.each(CASES)('$code at "$path"', async ({ code, path, text, token }) => {
    const { status, headers, body } = await door.send(text, STRUCTURED, token);
    expect(status).toBe(400);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({ status: 400, title: expect.any(String), detail: expect.any(String) });
    expect(body.errors).toMatchObject([
      { index: 0, code, path: expect.stringContaining(path), detail: expect.any(String) },
    ]);
    expect(door.log.calls).toEqual([]);
  });

  it.each(CASES)('$code at "$path" in a batch, and takes the event beside it', async ({ code, path, text, token }) => {
    const { status, body } = await door.send(`[${JSON.stringify(anEvent({ id: 'good' }))},${text}]`, BATCH, token);
    expect(status).toBe(202);
    expect(body).toMatchObject({ accepted: 1, rejected: [{ index: 1, code, path: expect.stringContaining(path) }] });
    expect(door.log.calls.flat()).toHaveLength(1);
  });

  it.each(UNREADABLE)('not-json: %s', async (_, text) => {
    const { status, body } = await door.send(text, STRUCTURED);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ index: 0, id: null, code: 'not-json', path: '' }]);
  });

  it.each([
    [
      'long data',
      JSON.stringify(
        aReportedFigure({ data: { measure: 'S3-M58', year: '2025-26', value: 1, note: 'x'.repeat(70_000) } }),
      ),
    ],
    ['padding', JSON.stringify(anEvent()) + ' '.repeat(64 * 1024)],
    ['10 MB', JSON.stringify(anEvent({ note: 'x'.repeat(10_000_000) }))],
    ['deep brackets', '['.repeat(100_000)],
  ])('too-large with 413: %s', async (_, text) => {
    const { status, headers, body } = await door.send(text, STRUCTURED);
    expect(status).toBe(413);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({ status: 413, detail: expect.any(String), errors: [{ index: 0, code: 'too-large' }] });
  });

  it('too-large with 413 in binary mode, where attributes and data together are', async () => {
    const { status, body } = await door.sendBinary(anEvent({ data: { note: 'x'.repeat(64 * 1024 - 20) } }));
    expect(status).toBe(413);
    expect(body.errors).toMatchObject([{ index: 0, id: 'event-1', code: 'too-large' }]);
  });

  it('a batch of brackets only', async () => {
    const brackets = 200_000;
    expect((await door.send('['.repeat(brackets) + ']'.repeat(brackets), BATCH)).body.errors).toMatchObject([
      { code: 'not-an-object' },
    ]);
    const { body } = await door.send(`[{"a":${'['.repeat(brackets)}${']'.repeat(brackets)}}]`, BATCH);
    expect(body.errors).toMatchObject([{ code: 'too-deep' }]);
  });

  it('a header in binary mode that cannot be decoded', async () => {
    const { status, body } = await door.sendBinary(anEvent()).set('ce-id', '%FF');
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ index: 0, code: 'wrong-value', path: '/id' }]);
  });

  it('binary data that are not JSON', async () => {
    const { status, body } = await door.send('{', 'application/json').set('ce-id', 'event-1');
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ index: 0, code: 'not-json', path: '/data' }]);
  });

  it('with every code of the contract that a door can answer', () => {
    const elsewhere = ['not-json', 'too-large'];
    expect(new Set([...REFUSED.map(([code]) => code), ...elsewhere])).toEqual(new Set(DOOR_CODES));
  });

  it('without repeating what was sent', async () => {
    const planted = 'QQ123456C';
    const { text } = await door.sendOne(
      anEvent({ subject: `${planted} or so`, data: { ...APPLICATION, benefit: planted } }),
    );
    expect(text).not.toContain(planted);
  });
});
