import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Instant } from './instant.calendar.js';
import { compareInstants, formatInstant, parseInstant, plusMilliseconds, sameInstant } from './instant.calendar.js';

const seed = 20260630;

const RFC_3339 = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/** A slow second opinion: a pattern, and the platform's own dates. */
function readWithPatternAndDate(text: string): Instant | null {
  const match = RFC_3339.exec(text);
  if (match === null) return null;
  const [, date = '', , fraction = ''] = match;
  const midnight = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== date) return null;
  const toMilliseconds = text
    .toUpperCase()
    .replace(fraction, fraction === '' ? '' : fraction.padEnd(4, '0').slice(0, 4));
  return { at: Date.parse(toMilliseconds), finer: fraction.slice(4).replace(/0+$/, '') };
}

function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === null) throw new Error(`not an instant: ${text}`);
  return parsed;
}

const digits = (most: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: most }).map((all) => all.join(''));
const upTo = (most: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'));

/** Date-times of the right shape, a few of them with a date, time or offset that does not exist. */
const dateTime = fc
  .tuple(
    fc.oneof(
      fc.constantFrom('0000', '1900', '2000', '2024', '2026', '9999'),
      digits(4).map((year) => year.padStart(4, '0')),
    ),
    upTo(13),
    upTo(32),
    fc.constantFrom('T', 't'),
    upTo(24),
    upTo(60),
    upTo(60),
    fc.oneof(
      fc.constant(''),
      digits(12).map((fraction) => `.${fraction}`),
    ),
    fc.oneof(
      fc.constantFrom('Z', 'z', '-00:00', '+01:00'),
      fc.tuple(fc.constantFrom('+', '-'), upTo(24), upTo(60)).map(([sign, hour, minute]) => `${sign}${hour}:${minute}`),
    ),
  )
  .map(
    ([year, month, day, t, hour, minute, second, fraction, offset]) =>
      `${year}-${month}-${day}${t}${hour}:${minute}:${second}${fraction}${offset}`,
  );

describe('an instant, by law', () => {
  it('is read as a pattern and the platform read it', () => {
    fc.assert(
      fc.property(dateTime, (text) => expect(parseInstant(text)).toEqual(readWithPatternAndDate(text))),
      { seed, numRuns: 1_000 },
    );
  });

  it('is refused or read alike after any one character is changed, added or lost', () => {
    const anyCharacter = fc.constantFrom(...'0189-+:.TtZz /Wé０ '.split(''));
    const change = fc.tuple(fc.constantFrom('change', 'add', 'lose'), fc.nat(40), anyCharacter);
    const texts = fc.constantFrom('2026-06-30T22:58:01Z', '2026-06-30T22:58:01.120+01:00', '2024-02-29t00:00:00.0001z');
    fc.assert(
      fc.property(texts, change, (text, [how, place, character]) => {
        const index = place % (text.length + 1);
        const end = how === 'add' ? index : index + 1;
        const changed = text.slice(0, index) + (how === 'lose' ? '' : character) + text.slice(end);
        expect(parseInstant(changed)).toEqual(readWithPatternAndDate(changed));
      }),
      { seed, numRuns: 1_000 },
    );
  });

  it('is written as the platform writes it, and reads back', () => {
    const first = Date.UTC(2000, 0, 1) - 2_000 * 365.2425 * 86_400_000;
    fc.assert(
      fc.property(fc.integer({ min: first, max: Date.UTC(9999, 11, 31) }), (at) => {
        const text = formatInstant(at);
        expect(text).toBe(new Date(at).toISOString().replace('.000Z', 'Z'));
        expect(parseInstant(text)).toEqual({ at, finer: '' });
      }),
      { seed, numRuns: 500 },
    );
  });

  it('compares as the decimal fractions compare', () => {
    const fraction = fc.oneof(digits(3), digits(25));
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        const inUnits = (text: string): bigint => BigInt(text.padEnd(25, '0'));
        const expected = inUnits(a) < inUnits(b) ? -1 : inUnits(a) > inUnits(b) ? 1 : 0;
        const [left, right] = [instant(`2026-06-30T22:58:01.${a}Z`), instant(`2026-06-30T22:58:01.${b}Z`)];
        expect(compareInstants(left, right)).toBe(expected);
        expect(sameInstant(left, right)).toBe(expected === 0);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('keeps its order when both are moved', () => {
    const any = fc.record({ at: fc.integer({ min: -1e12, max: 4e12 }), finer: fc.constantFrom('', '1', '12', '2') });
    fc.assert(
      fc.property(any, any, fc.integer({ min: -1e9, max: 1e9 }), (a, b, by) =>
        expect(compareInstants(plusMilliseconds(a, by), plusMilliseconds(b, by))).toBe(compareInstants(a, b)),
      ),
      { seed },
    );
  });
});

describe('an instant, by example', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0, ''],
    ['1970-01-01T00:00:00.001Z', 1, ''],
    ['1969-12-31T23:59:59.9999Z', -1, '9'],
    ['1970-01-01T00:00:00.0001230Z', 0, '123'],
    ['1970-01-01T00:00:00.12Z', 120, ''],
    ['1970-01-01T01:00:00+01:00', 0, ''],
    ['1969-12-31T14:30:00-09:30', 0, ''],
    ['1970-01-01t00:00:00z', 0, ''],
    ['1970-01-01T00:00:00-00:00', 0, ''],
    ['2026-06-30T22:58:01Z', 1_782_860_281_000, ''],
    ['0000-01-01T00:00:00Z', -62_167_219_200_000, ''],
    ['9999-12-31T23:59:59.999Z', 253_402_300_799_999, ''],
  ])('%s is read', (text, at, finer) => {
    expect(parseInstant(text)).toEqual({ at, finer });
  });

  it.each([
    ['no offset', '2026-06-30T22:58:01'],
    ['no offset after a fraction', '2026-06-30T22:58:01.5'],
    ['a space for T', '2026-06-30 22:58:01Z'],
    ['no seconds', '2026-06-30T22:58Z'],
    ['no fraction digits', '2026-06-30T22:58:01.Z'],
    ['a comma', '2026-06-30T22:58:01,5Z'],
    ['hour 24', '2026-06-30T24:00:00Z'],
    ['a leap second', '2016-12-31T23:59:60Z'],
    ['offset hour 24', '2026-06-30T22:58:01+24:00'],
    ['offset minute 60', '2026-06-30T22:58:01+01:60'],
    ['an offset without a colon', '2026-06-30T22:58:01+0100'],
    ['an offset of hours', '2026-06-30T22:58:01+01'],
    ['Z and an offset', '2026-06-30T22:58:01Z+01:00'],
    ['31 June', '2026-06-31T00:00:00Z'],
    ['29 February of a common year', '2026-02-29T00:00:00Z'],
    ['29 February 1900', '1900-02-29T00:00:00Z'],
    ['month 0', '2026-00-10T00:00:00Z'],
    ['day 0', '2026-01-00T00:00:00Z'],
    ['five digits of year', '12026-06-30T22:58:01Z'],
    ['a line end', '2026-06-30T22:58:01Z\n'],
    ['nothing', ''],
  ])('%s is refused', (_, text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it('is one moment in every offset and with any zeros after it', () => {
    expect(sameInstant(instant('2026-06-30T22:58:01Z'), instant('2026-06-30T23:58:01.000000+01:00'))).toBe(true);
  });

  it('keeps what is finer than a millisecond when moved', () => {
    expect(plusMilliseconds({ at: 5, finer: '25' }, -7)).toEqual({ at: -2, finer: '25' });
  });

  it.each([
    [1_782_860_281_000, '2026-06-30T22:58:01Z'],
    [1_782_860_281_007, '2026-06-30T22:58:01.007Z'],
    [-1, '1969-12-31T23:59:59.999Z'],
  ])('%d is written %s', (at, text) => {
    expect(formatInstant(at)).toBe(text);
  });
});
