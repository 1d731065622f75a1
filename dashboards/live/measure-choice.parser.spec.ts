import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GRAINS } from '../figures/story.testkit.js';
import { measureChoiceOf, observationsPath } from './measure-choice.parser.js';

const SEED = 20_261_123;
const TODAY = '2026-11-23';

const nothing = { grain: 'month', filter: {}, by: null, from: null, to: null, asOf: null };

/** What a reader, or anybody else, may write into the address. */
const said = fc.option(fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text.trim() === text));
const anyAddress = fc.record({
  benefit: said,
  channel: said,
  area: said,
  grain: fc.option(fc.constantFrom(...GRAINS)),
  from: said,
  to: said,
  asof: said,
});

function searchOf(address: Readonly<Record<string, string | null>>): URLSearchParams {
  return new URLSearchParams(Object.entries(address).flatMap(([name, text]) => (text === null ? [] : [[name, text]])));
}

function questionOf(measure: string, search: URLSearchParams): URLSearchParams {
  const path = observationsPath(measure, measureChoiceOf(search), TODAY);
  const { origin, pathname, searchParams } = new URL(path, 'http://query');
  expect({ origin, pathname }).toEqual({ origin: 'http://query', pathname: '/v1/observations' });
  return searchParams;
}

describe('what is asked of query', () => {
  it('is what the address says, whatever that is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), anyAddress, (measure, address) => {
        const question = questionOf(measure, searchOf(address));
        expect(question.get('measure')).toBe(measure);
        expect(question.get('grain')).toBe(address.grain ?? 'month');
        expect(question.get('filter[benefit]')).toBe(address.benefit);
        expect(question.get('filter[channel]')).toBe(address.channel);
        expect(question.get('filter[localAuthority]')).toBe(address.area);
        expect(question.get('to')).toBe(address.to);
        expect(question.get('asOf')).toBe(address.asof);
        if (address.from !== null) expect(question.get('from')).toBe(address.from);
        const names = [...question.keys()];
        expect(names).toEqual([...new Set(names)]);
      }),
      { seed: SEED },
    );
  });

  it.each([
    ['day', '2026-01-05', '2025-11-01'],
    ['day', '2026-02-28', '2025-12-01'],
    ['day', '2026-03-01', '2026-01-01'],
    ['week', '2026-06-30', '2025-12-01'],
    ['week', '2026-07-01', '2026-01-01'],
    ['month', '2026-11-23', '2025-05-01'],
    ['month', '2026-06-30', '2024-12-01'],
    ['month', '2026-12-31', '2025-06-01'],
    ['quarter', '2026-01-01', '2023-01-01'],
    ['year', '2026-12-01', '2020-12-01'],
  ])('of a %s goes back from %s to %s where nobody says how far', (grain, day, from) => {
    for (const search of [
      { grain, to: day },
      { grain, asof: day },
    ]) {
      expect(questionOf('call-wait', new URLSearchParams(search)).get('from')).toBe(from);
    }
    expect(observationsPath('call-wait', measureChoiceOf(new URLSearchParams({ grain })), day)).toContain(
      `from=${from}`,
    );
  });

  it('goes back from the last day wanted, not from that as known at which', () => {
    const search = new URLSearchParams({ to: '2025-03-31', asof: '2026-10-31' });
    expect(questionOf('call-wait', search).get('from')).toBe('2023-09-01');
  });

  it('leaves what is no day to query, which says why it cannot be', () => {
    expect(questionOf('call-wait', new URLSearchParams({ to: 'yesterday' })).get('from')).toBe('yesterday');
  });
});

describe('a choice', () => {
  it('is the default where nothing is said, or nothing that can be meant', () => {
    expect(measureChoiceOf(new URLSearchParams(''))).toEqual(nothing);
    expect(measureChoiceOf(new URLSearchParams('benefit=&channel=+&from=&grain=century&colour=red'))).toEqual(nothing);
  });

  it('is the first of what is said twice', () => {
    expect(measureChoiceOf(new URLSearchParams('benefit=SCP&benefit=ADP')).filter).toEqual({ benefit: 'SCP' });
  });
});
