import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseEvent } from './envelope.parser.js';
import { eventSchemas } from './event.schema.js';
import { exampleEvent } from './fact.testkit.js';
import { FACT_NAMES, typeOfFact } from './fact-name.fact.js';
import { formatChecks } from './format.schema.js';

const document = { components: { schemas: eventSchemas } };
const options = { strict: false, formats: formatChecks };

/** Checks events by the schema of the fact that their type names. */
function checker(ajv: Ajv | Ajv2020): (event: unknown) => boolean {
  ajv.addSchema(document, 'events');
  const checks = new Map(
    FACT_NAMES.map((name) => [typeOfFact(name), ajv.compile({ $ref: `events#/components/schemas/${name}` })]),
  );
  return (event) => {
    const type = typeof event === 'object' && event !== null && 'type' in event ? String(event.type) : '';
    return checks.get(type)?.(event) ?? false;
  };
}

const fits2020 = checker(new Ajv2020(options));
const fitsDraft07 = checker(new Ajv(options));

const sample = readFileSync(new URL('../../e2e/samples/events.ndjson', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');

describe('the schemas of the events', () => {
  it('admit every event that the parser admits, in either draft', () => {
    const admission = { now: Date.UTC(2026, 10, 21, 22), mayRecord: true };
    const admitted = sample.filter((text) => parseEvent(text, admission).ok).map((text): unknown => JSON.parse(text));
    expect(admitted.length).toBeGreaterThan(2_000);
    expect(admitted.filter((event) => !fits2020(event) || !fitsDraft07(event))).toEqual([]);
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['no id', { id: undefined }],
    ['an id that is too long', { id: 'x'.repeat(129) }],
    ['an empty source', { source: '' }],
    ['a source that is no URI reference', { source: 'a b' }],
    ['a subject with a space in it', { subject: 'Jane Example' }],
    ['a time without an offset', { time: '2025-05-06T10:00:00' }],
    ['another content type', { datacontenttype: 'text/plain' }],
    ['a schema of its own', { dataschema: 'urn:x' }],
    ['data in base 64', { data_base64: 'e30=' }],
    ['a record time that is none', { recordedtime: 'yesterday' }],
    ['no data', { data: undefined }],
    ['data of another fact', { data: { outcome: 'authorised' } }],
    ['data with one member more', { data: { ...exampleEvent.data, note: 'x' } }],
    ['the type of another fact', { type: 'charter.decision.made.v1' }],
    ['an unknown type', { type: 'charter.application.exploded.v1' }],
  ])('refuse %s', (_, changes) => {
    const event: unknown = JSON.parse(JSON.stringify({ ...exampleEvent, ...changes }));
    expect([fits2020(exampleEvent), fits2020(event), fitsDraft07(event)]).toEqual([true, false, false]);
  });

  it('pass over extension attributes and attributes that are null', () => {
    expect(fits2020({ ...exampleEvent, traceparent: '00-1', datacontenttype: null, dataschema: null })).toBe(true);
  });
});
