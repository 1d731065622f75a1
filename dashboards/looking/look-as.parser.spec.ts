import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LOOK_AS_COOKIE, lookingOf, returnAddress, viewerNamed } from './look-as.parser.js';
import { lookingUnasked, VIEWERS } from './looking.fact.js';

const SEED = 20_261_123;

/** Addresses made of what has led elsewhere before. */
const pieces = ['/', '\\', '//', '/\\', 'evil.example', '@', ':', 'https:', 'javascript:', '\t', '\n', '\r', '\0', ' '];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...pieces, '%2f', '%5c', '.', '..', '?', '#'), fc.string({ maxLength: 4 })), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

describe('the address to return to', () => {
  it('never leaves the host, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string(), fc.anything()), (asked) => {
        const address = returnAddress(asked);
        expect(new URL(address, 'https://pages.example').origin).toBe('https://pages.example');
        expect(address).toMatch(/^\/[\x21-\x7e]*$/);
        expect(address).not.toMatch(/^\/[/\\]/);
      }),
      { seed: SEED, numRuns: 5_000 },
    );
  });

  it('is what is asked for, or the front page', () => {
    fc.assert(
      fc.property(hostile, (asked) => {
        expect([asked, '/']).toContain(returnAddress(asked));
      }),
      { seed: SEED },
    );
  });

  it.each(['/', '/live', '/live?group=contact', '/live/measure/call-wait?benefit=SCP&from=2026-01-01#table', '/%5C'])(
    'may be %s',
    (address) => expect(returnAddress(address)).toBe(address),
  );

  it.each([
    ['//evil.example'],
    ['/\\evil.example'],
    ['\\\\evil.example'],
    ['/\t/evil.example'],
    ['/\n/evil.example'],
    ['https://evil.example'],
    ['https:evil.example'],
    ['javascript:alert(1)'],
    ['live'],
    [''],
    ['/live\r\nSet-Cookie: a=b'],
    ['/é'],
    [undefined],
    [['/live', '/live']],
  ])('is the front page for %j', (asked) => expect(returnAddress(asked)).toBe('/'));
});

describe('who is looking', () => {
  it('is read from the cookie that names them, whatever stands beside it', () => {
    const others = fc.array(fc.stringMatching(/^[a-z-]{1,12}=[a-z0-9]{0,8}$/), { maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...VIEWERS), others, others, (viewer, before, after) => {
        const cookies = [...before, `${LOOK_AS_COOKIE}=${viewer}`, ...after].join('; ');
        expect(lookingOf(cookies)).toEqual({ as: viewer, isChosen: true });
      }),
      { seed: SEED },
    );
  });

  it.each([
    [undefined],
    [''],
    ['other=public'],
    [`${LOOK_AS_COOKIE}=`],
    [`${LOOK_AS_COOKIE}=producer`],
    [`${LOOK_AS_COOKIE}=public2`],
    [`x${LOOK_AS_COOKIE}=public`],
    [`${LOOK_AS_COOKIE}=toString`],
  ])('is not said by %j', (cookies) => expect(lookingOf(cookies)).toBe(lookingUnasked));

  it('is nobody of another name', () => {
    fc.assert(
      fc.property(fc.anything(), (name) => {
        expect(viewerNamed(name)).toBe(VIEWERS.find((viewer) => viewer === name) ?? null);
      }),
      { seed: SEED },
    );
  });
});
