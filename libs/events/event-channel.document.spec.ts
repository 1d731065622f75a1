import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { eventChannelDocument } from './event-channel.document.js';
import { FACT_NAMES } from './fact-name.fact.js';

const document: unknown = JSON.parse(JSON.stringify(eventChannelDocument));

describe('the document of the event channel', () => {
  it('is the file in the repository', () => {
    // Where it is not: see main.ts beside this file.
    const file = readFileSync(new URL('../../docs/asyncapi.json', import.meta.url), 'utf8');
    expect(JSON.parse(file)).toEqual(document);
  });

  it('is valid AsyncAPI 3.0', () => {
    const schema: object = createRequire(import.meta.url)('@asyncapi/specs/schemas/3.0.0-without-$id.json');
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const isValid = ajv.compile(schema);
    expect([isValid(document), isValid.errors]).toEqual([true, null]);
    expect(isValid({ asyncapi: '3.0.0', info: {} })).toBe(false);
  });

  it('has a message for each fact, and points to nothing that is not there', () => {
    const { components, channels } = eventChannelDocument;
    expect(Object.keys(channels.events.messages)).toEqual(FACT_NAMES);
    expect(Object.keys(components.messages)).toEqual(FACT_NAMES);
    const pointers = JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g);
    const found = [...pointers].map(([, path = '']) =>
      path.split('/').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], document),
    );
    expect(found.length).toBeGreaterThan(4 * FACT_NAMES.length);
    expect(found).not.toContain(undefined);
  });
});
