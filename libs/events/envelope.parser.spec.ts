import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Admission, CheckedEvent } from './envelope.parser.js';
import { checkEvent, parseEvent, toWire } from './envelope.parser.js';
import { events, exampleEvent, JUDGED_AT, rawEvents, seeded } from './fact.testkit.js';
import type { Refusal, RefusalCode } from './refusal.fact.js';

const importer: Admission = { now: JUDGED_AT, mayRecord: true };
const producer: Admission = {
  now: JUDGED_AT,
  mayRecord: false,
  sources: ['urn:example:feed', 'https://cases.example.scot/'],
};

function refusalOf(checked: CheckedEvent): Refusal | null {
  return checked.ok ? null : checked.refusal;
}

function check(changes: Readonly<Record<string, unknown>>, admission = importer): Refusal | null {
  return refusalOf(checkEvent({ ...exampleEvent, ...changes }, admission));
}

describe('laws of checking', () => {
  it('parses what it writes into the same event', () => {
    fc.assert(
      fc.property(events, fc.boolean(), (event, known) => {
        const sent = known
          ? { ...event, recordedtime: event.time, recorded: { at: event.at, finer: event.finer } }
          : event;
        expect(parseEvent(toWire(sent), importer)).toEqual({ ok: true, event: sent });
      }),
      seeded,
    );
  });

  it('judges a value as it judges its text', () => {
    fc.assert(
      fc.property(rawEvents, (raw) => {
        expect(parseEvent(JSON.stringify(raw), importer)).toEqual(checkEvent(raw, importer));
      }),
      seeded,
    );
  });

  it('reports of two faults the one that comes first in the stated order', () => {
    const faults: readonly Readonly<Record<string, unknown>>[] = [
      { constructor: 1 },
      { specversion: '0.3' },
      { id: '' },
      { source: '' },
      { type: 'charter.none.v1' },
      { time: 'yesterday' },
      { subject: 'x' },
      { datacontenttype: 'text/plain' },
      { dataschema: 'urn:x' },
      { recordedtime: 'yesterday' },
      { data: undefined },
    ];
    faults.forEach((first, index) => {
      for (const later of faults.slice(index + 1)) expect(check({ ...later, ...first })).toEqual(check(first));
    });
  });
});

describe('an accepted event', () => {
  it('holds what the wire says, the time as an instant', () => {
    const sent = {
      ...exampleEvent,
      time: '2025-05-06T11:00:00.1234+01:00',
      recordedtime: '2025-05-06T10:05:00Z',
      extra: { x: 1 },
    };
    expect(checkEvent(sent, importer)).toEqual({
      ok: true,
      event: {
        name: 'application.received',
        data: exampleEvent.data,
        source: exampleEvent.source,
        id: exampleEvent.id,
        at: Date.UTC(2025, 4, 6, 10, 0, 0, 123),
        finer: '4',
        subject: exampleEvent.subject,
        time: sent.time,
        recorded: { at: Date.UTC(2025, 4, 6, 10, 5), finer: '' },
        recordedtime: sent.recordedtime,
        datacontenttype: null,
      },
    });
  });

  it('is written without the extension attributes that nobody knows', () => {
    const checked = checkEvent(
      { ...exampleEvent, id: 'é"\n', datacontenttype: 'application/json', traceparent: '00-1' },
      importer,
    );
    const wire = checked.ok ? toWire(checked.event) : '';
    expect(JSON.parse(wire)).toEqual({ ...exampleEvent, id: 'é"\n', datacontenttype: 'application/json' });
  });

  it.each([
    ['an id of 128 characters, each of two units', { id: '😀'.repeat(128) }],
    ['a source of 256 characters', { source: `urn:${'x'.repeat(252)}` }],
    ['a subject of 6 characters', { subject: 'a.B_-9' }],
    ['a subject of 64 characters', { subject: 'x'.repeat(64) }],
    ['a time 5 minutes from now', { time: '2026-11-21T22:05:00Z' }],
    ['a time at the very beginning of 2018', { time: '2017-12-31T19:00:00-05:00' }],
    ['recordedtime now', { recordedtime: '2026-11-21T22:00:00Z' }],
    ['recordedtime 5 minutes before time', { recordedtime: '2025-05-06T09:55:00Z' }],
    ['attributes that are null, which means absent', { datacontenttype: null, dataschema: null, recordedtime: null }],
    ['a correction of time and data', correction({ time: '2026-11-21T22:05:00Z', data: { x: [1] } })],
  ])('may have %s', (_, changes) => {
    expect(check(changes)).toBeNull();
  });
});

function correction(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { type: 'charter.fact.corrected.v1', data: { source: 'urn:x', id: 'e-1', ...data } };
}

const attributeFaults: readonly (readonly [attribute: string, value: unknown, code: RefusalCode])[] = [
  ...['specversion', 'id', 'source', 'type', 'time', 'subject'].flatMap((attribute) => [
    [attribute, undefined, 'missing'] as const,
    [attribute, null, 'missing'] as const,
    [attribute, 1, 'wrong-type'] as const,
    [attribute, ['x'], 'wrong-type'] as const,
  ]),
  ['specversion', '0.3', 'wrong-value'],
  ['id', '', 'wrong-value'],
  ['id', 'x'.repeat(129), 'too-long'],
  ['id', '\ud800', 'wrong-value'],
  ['source', '', 'wrong-value'],
  ['source', 'not a uri <here>', 'wrong-value'],
  ['source', 'urn:é', 'wrong-value'],
  ['source', `urn:${'x'.repeat(253)}`, 'too-long'],
  ['type', '', 'unknown-type'],
  ['type', 'application.received', 'unknown-type'],
  ['type', 'other.application.received.v1', 'unknown-type'],
  ['type', 'charter.application.exploded.v1', 'unknown-type'],
  ['type', 'charter.application.exploded.v2', 'unknown-type'],
  ['type', 'charter.application.received.v2', 'unsupported-version'],
  ['type', 'charter.application.received', 'unknown-type'],
  ['time', '2025-05-06', 'wrong-value'],
  ['time', '2025-05-06T10:00:00', 'wrong-value'],
  ['time', '2025-02-30T10:00:00Z', 'wrong-value'],
  ['time', '2026-11-21T22:05:00.0001Z', 'time-in-future'],
  ['time', '2017-12-31T23:59:59.9999Z', 'time-too-early'],
  ['subject', 'abcde', 'wrong-value'],
  ['subject', 'Jane Example', 'wrong-value'],
  ['subject', 'x'.repeat(65), 'too-long'],
  ['datacontenttype', 'text/plain', 'wrong-value'],
  ['datacontenttype', 1, 'wrong-type'],
  ['data_base64', 'e30=', 'unknown-member'],
  ['dataschema', 'urn:x', 'unknown-member'],
  ['recordedtime', 1, 'wrong-type'],
  ['recordedtime', 'yesterday', 'recorded-wrong'],
  ['recordedtime', '2026-11-21T22:00:00.0001Z', 'recorded-wrong'],
  ['recordedtime', '2025-05-06T09:54:59.9999Z', 'recorded-wrong'],
  ['data', undefined, 'missing'],
  ['data', null, 'wrong-type'],
  ['data', [], 'wrong-type'],
];

describe('a refused event', () => {
  it.each(attributeFaults)('%s = %j: %s', (attribute, value, code) => {
    const refusal = check({ [attribute]: value });
    expect(refusal).toMatchObject({ code, path: `/${attribute}` });
    expect(refusal?.detail).toMatch(/^[A-Z].*\.$/);
  });

  it('may be one of a source that is not the sender’s, or recorded by a sender who may not', () => {
    expect(check({}, producer)).toBeNull();
    expect(check({ source: 'urn:other' }, producer)).toMatchObject({ code: 'wrong-source', path: '/source' });
    expect(check({ recordedtime: exampleEvent.time }, producer)).toMatchObject({
      code: 'recorded-not-allowed',
      path: '/recordedtime',
    });
  });

  it.each([
    ['2026-11-21T22:06:00Z', 'time-in-future'],
    ['2017-12-31T00:00:00Z', 'time-too-early'],
    ['2025-05-06', 'wrong-value'],
  ])('may be a correction to %s', (time, code) => {
    expect(check(correction({ time }))).toMatchObject({ code, path: '/data/time' });
  });

  it('may be a correction with a number that nothing can hold', () => {
    const text = JSON.stringify({ ...exampleEvent, ...correction({ data: { value: [0] } }) }).replace('[0]', '[1e400]');
    expect(refusalOf(parseEvent(text, importer))).toMatchObject({ code: 'wrong-value', path: '/data/data' });
  });

  it.each([
    ['this is not JSON', 'not-json'],
    ['', 'not-json'],
    ['{"specversion":"1.0","id":"cut', 'not-json'],
    ['null', 'not-an-object'],
    ['"an event"', 'not-an-object'],
    ['[{}]', 'not-an-object'],
  ])('may be no event at all: %s', (text, code) => {
    expect(parseEvent(text, importer)).toMatchObject({ ok: false, id: null, refusal: { code, path: '' } });
  });

  it('is named by its id where that is a text, right or wrong', () => {
    expect(checkEvent({ ...exampleEvent, time: 1 }, importer)).toMatchObject({ id: 'e-1' });
    expect(checkEvent({ ...exampleEvent, id: '' }, importer)).toMatchObject({ id: '' });
    expect(checkEvent({ ...exampleEvent, id: 7 }, importer)).toMatchObject({ id: null });
  });
});
