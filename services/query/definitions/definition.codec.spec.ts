import { describe, expect, it } from '@jest/globals';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { callWait } from '../../../libs/measures/call-wait/call-wait.measure.js';
import { definitionHash, definitionOf } from './definition.codec.js';

describe('the hash of a definition', () => {
  it('is another for each measure', () => {
    expect(new Set(measures.map(definitionHash)).size).toBe(measures.length);
  });

  it('does not depend on the order in which members are written', () => {
    const { id, ...others } = callWait;
    expect(definitionHash({ ...others, id })).toBe(definitionHash(callWait));
  });

  it('changes with the meaning', () => {
    expect(definitionHash({ ...callWait, version: '1.0.1' })).not.toBe(definitionHash(callWait));
    expect(definitionHash({ ...callWait, parts: ['short', 'long'] })).not.toBe(definitionHash(callWait));
  });

  it('is SHA-256 in hex', () => {
    expect(definitionHash(callWait)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a definition', () => {
  it('states everything but the function that counts', () => {
    const definition = definitionOf(callWait);
    expect({ ...definition, contribute: callWait.contribute }).toMatchObject(callWait);
    expect(definition).toMatchObject({ cubes: [['benefit']], dimensions: [{ name: 'benefit' }] });
    expect(definition).not.toHaveProperty('contribute');
  });

  it.each(measures.map((measure) => [measure.id, measure] as const))(
    'of %s has the codes of every dimension of its cubes',
    (_, measure) => {
      const { cubes, dimensions } = definitionOf(measure);
      expect(new Set(cubes.flat())).toEqual(new Set(dimensions.map(({ name }) => name)));
      expect(dimensions.every(({ codes }) => codes.length > 1)).toBe(true);
    },
  );
});
