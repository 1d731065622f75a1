import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readBinaryAttributes } from './binary-mode.parser.js';

const SEED = 20_260_401;

/** As a sender encodes an attribute: CloudEvents HTTP binding 3.1.3.2. */
function encode(value: string): string {
  return value.replace(/[^\x21-\x7e]|["%]/gu, encodeURIComponent);
}

describe('the attributes of binary mode', () => {
  it('come out as they were before they were encoded', () => {
    const attributes = fc.dictionary(fc.stringMatching(/^[a-z0-9]{1,20}$/), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(attributes, (sent) => {
        const headers = Object.fromEntries(Object.entries(sent).map(([name, value]) => [`ce-${name}`, encode(value)]));
        expect(readBinaryAttributes(headers)).toEqual({ ok: true, attributes: { ...sent } });
      }),
      { seed: SEED },
    );
  });

  it.each([
    ['plain', 'plain'],
    ['a%20b', 'a b'],
    ['a b', 'a b'],
    ['%E2%82%AC', '€'],
    ['%F0%9F%98%80', '😀'],
    ['100%25', '100%'],
    ['%2525', '%25'],
    ['"quoted \\"twice\\""', 'quoted "twice"'],
    ['"', '"'],
    ['', ''],
  ])('read %j as %j', (header, value) => {
    expect(readBinaryAttributes({ 'ce-id': header })).toEqual({ ok: true, attributes: { id: value } });
  });

  it.each(['%', '%2', '%zz', '%E2%82', '%FF', 'caf\u00e9'])('cannot be read from %j', (header) => {
    expect(readBinaryAttributes({ 'ce-type': 'x', 'ce-id': header })).toEqual({ ok: false, attribute: 'id' });
  });

  it('are taken from no other header', () => {
    const headers = { 'content-type': 'application/json', id: '1', 'x-ce-id': '2', 'ce-id': '3' };
    expect(readBinaryAttributes(headers)).toEqual({ ok: true, attributes: { id: '3' } });
  });

  it('may bear a forbidden name without doing harm', () => {
    const read = readBinaryAttributes({ 'ce-__proto__': 'x' });
    expect(read).toEqual({ ok: true, attributes: JSON.parse('{"__proto__":"x"}') });
    expect(read.ok && Object.getPrototypeOf(read.attributes)).toBe(Object.prototype);
  });
});
