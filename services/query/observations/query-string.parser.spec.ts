import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readQueryString } from './query-string.parser.js';

describe('a query string', () => {
  it('gives back every member with its values in order, whatever they are made of', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (pairs) => {
        const target = `/v1/observations?${new URLSearchParams(pairs).toString()}`;
        const expected = Map.groupBy(pairs, ([name]) => name);
        expect([...readQueryString(target)]).toEqual(
          [...expected].map(([name, same]) => [name, same.map(([, value]) => value)]),
        );
      }),
      { seed: 20260501 },
    );
  });

  it.each([
    ['/v1/observations', []],
    ['/v1/observations?', []],
    ['/?filter[channel]=online', [['filter[channel]', ['online']]]],
    ['/?filter%5Bchannel%5D=online', [['filter[channel]', ['online']]]],
    [
      '/?a[b][c]=1&a.b=2',
      [
        ['a[b][c]', ['1']],
        ['a.b', ['2']],
      ],
    ],
    ['/?__proto__=1&__proto__=2', [['__proto__', ['1', '2']]]],
    ['/?a=%E0%A4%A', [['a', ['\ufffd%A']]]],
    ['/?a=b?c', [['a', ['b?c']]]],
  ])('%j', (target, members) => {
    expect([...readQueryString(target)]).toEqual(members);
  });
});
