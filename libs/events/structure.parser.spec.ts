import { describe, expect, it } from '@jest/globals';
import { isJsonObject, structureRefusal } from './structure.parser.js';

function refusalOfText(text: string): unknown {
  return structureRefusal(JSON.parse(text));
}

describe('the structure of an event', () => {
  it('is refused where a member anywhere is named __proto__, constructor or prototype', () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const refusal = { code: 'forbidden-name', path: `/${name}` };
      expect(refusalOfText(`{"x":1,"${name}":1}`)).toMatchObject(refusal);
      expect(refusalOfText(`{"a":[0,{"${name}":null}]}`)).toMatchObject({ ...refusal, path: `/a/1/${name}` });
      expect(refusalOfText(`{"data":{"a/~":{"${name}":{"x":1}}}}`)).toMatchObject({
        ...refusal,
        path: `/data/a~1~0/${name}`,
      });
    }
  });

  it('is nested 8 deep at most, the event being the first', () => {
    const nested = (depth: number): string => `{"e":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
    expect(refusalOfText(nested(8))).toBeNull();
    expect(refusalOfText(nested(9))).toMatchObject({ code: 'too-deep', path: '/e/0/0/0/0/0/0/0' });
    expect(refusalOfText(nested(30_000))).toMatchObject({ code: 'too-deep' });
  });

  it('is otherwise free', () => {
    expect(refusalOfText('{"proto":1,"Constructor":[{"__proto":null}]}')).toBeNull();
  });

  it('is that of an object, which an array and null are not', () => {
    expect([{}, [], null, 'a', 1].map(isJsonObject)).toEqual([true, false, false, false, false]);
  });
});
