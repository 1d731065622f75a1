import { describe, expect, it } from '@jest/globals';
import { checkEvent, parseEvent } from './envelope.parser.js';
import { exampleEvent, JUDGED_AT } from './fact.testkit.js';

const importer = { now: JUDGED_AT, mayRecord: true };
const tooLarge = { ok: false, id: 'e-1', refusal: { code: 'too-large', path: '' } };

/** An event's text of so many bytes. */
function padded(bytes: number): string {
  const empty = JSON.stringify({ ...exampleEvent, padding: '' });
  return empty.replace('"padding":""', `"padding":"${'x'.repeat(bytes - empty.length)}"`);
}

describe('the size of an event', () => {
  it('is 64 KiB at most, in bytes and not in characters', () => {
    expect(parseEvent(padded(65_536), importer)).toMatchObject({ ok: true });
    expect(parseEvent(padded(65_537), importer)).toMatchObject(tooLarge);
    expect(parseEvent(padded(50_000).replace('xx', 'é'), importer)).toMatchObject({ ok: true });
    expect(parseEvent(padded(40_000).replaceAll('x', 'é'), importer)).toMatchObject(tooLarge);
  });

  it('counts the spaces of a text', () => {
    expect(parseEvent(`${padded(1_000)}${' '.repeat(65_000)}`, importer)).toMatchObject(tooLarge);
  });

  it('in a batch is that of its JSON without spaces', () => {
    expect(checkEvent(JSON.parse(padded(65_536)), importer)).toMatchObject({ ok: true });
    expect(checkEvent(JSON.parse(padded(65_537)), importer)).toMatchObject(tooLarge);
  });

  it('is that of the event as it will be written, where that is more', () => {
    const data = { source: 'urn:x', id: '1', data: { value: Array.from({ length: 6_000 }, () => 0) } };
    const correction = { ...exampleEvent, type: 'charter.fact.corrected.v1', data };
    const text = JSON.stringify(correction).replaceAll('0,', '1E20,');
    expect(text.length).toBeLessThan(65_536);
    expect(parseEvent(text, importer)).toMatchObject(tooLarge);
  });
});
