import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TupleSpace, type Dimension } from '../tuple.measure.js';
import { groupingOf, type Grouping } from './cells.measure.js';
import { measureNamed, questionOf } from './holdings.testkit.js';
import { waiting } from './question.measure.js';

const dimensions: readonly Dimension[] = [
  { name: 'size', codes: ['small', 'large'] },
  { name: 'colour', codes: ['red', 'green', 'blue'] },
  { name: 'shape', codes: ['round', 'square'] },
];
const space = new TupleSpace(dimensions);

function grouped(by: readonly string[], filter: Readonly<Record<string, string>> = {}): Grouping {
  return groupingOf(questionOf(measureNamed('open-applications'), { by, filter }), dimensions);
}

/** The codes of a tuple, one for each dimension. */
const anywhere = fc.record({ size: fc.nat(1), colour: fc.nat(2), shape: fc.nat(1) });

describe('combinations', () => {
  it('are told apart by the codes of the breakdown and by nothing else', () => {
    fc.assert(
      fc.property(
        fc.subarray(['size', 'colour', 'shape'], { maxLength: 2 }),
        anywhere,
        (by, { size, colour, shape }) => {
          const grouping = grouped(by);
          const group = grouping.groupOf(space.tupleOf([size, colour, shape]));
          const codes = new Map(
            dimensions.map(({ name, codes: all }, d) => [name, all[[size, colour, shape][d] ?? 0]]),
          );
          expect(group).toBeLessThan(grouping.size);
          expect(grouping.dimensionsOf(group)).toEqual(Object.fromEntries(by.map((name) => [name, codes.get(name)])));
        },
      ),
      { seed: 20260407 },
    );
  });

  it('are as many as the codes of the breakdown together', () => {
    expect(grouped([]).size).toBe(1);
    expect(grouped(['colour']).size).toBe(3);
    expect(grouped(['colour', 'shape']).size).toBe(6);
    expect(grouped(['colour', 'waiting']).size).toBe(15);
  });

  it('keep the order of the breakdown, not that of the dimensions', () => {
    const { groupOf, dimensionsOf } = grouped(['shape', 'size']);
    const group = groupOf(space.tupleOf([1, 2, 0]));
    expect(Object.entries(dimensionsOf(group))).toEqual([
      ['shape', 'round'],
      ['size', 'large'],
    ]);
  });
});

describe('a filter', () => {
  it('leaves out every tuple with another code', () => {
    const { groupOf } = grouped([], { colour: 'green', shape: 'square' });
    expect(groupOf(space.tupleOf([0, 1, 1]))).toBe(0);
    expect(groupOf(space.tupleOf([0, 1, 0]))).toBe(-1);
    expect(groupOf(space.tupleOf([0, 2, 1]))).toBe(-1);
  });

  it('may be on a dimension of the breakdown', () => {
    const { groupOf, dimensionsOf } = grouped(['colour'], { colour: 'blue' });
    expect(groupOf(space.tupleOf([0, 0, 0]))).toBe(-1);
    expect(dimensionsOf(groupOf(space.tupleOf([0, 2, 0])))).toEqual({ colour: 'blue' });
  });

  it('on a code that an older layout lacks leaves everything out', () => {
    expect(grouped([], { colour: 'violet' }).groupOf(space.tupleOf([0, 0, 0]))).toBe(-1);
  });
});

describe('the waiting band', () => {
  it('plays no part where it is not asked for', () => {
    expect(grouped(['colour'], { shape: 'round' }).groupWaiting).toBeNull();
  });

  it('is one more axis', () => {
    const { groupOf, groupWaiting, dimensionsOf } = grouped(['waiting', 'colour']);
    const group = groupWaiting?.(groupOf(space.tupleOf([1, 1, 1])), 4) ?? -1;
    expect(dimensionsOf(group)).toEqual({ waiting: '101-plus', colour: 'green' });
  });

  it('leaves out the other bands where it is a filter', () => {
    const { groupWaiting } = grouped([], { waiting: '21-40' });
    expect(waiting.codes.map((_, band) => groupWaiting?.(0, band))).toEqual([-1, 0, -1, -1, -1]);
  });
});

describe('an unknown dimension', () => {
  it('is refused in breakdown and filter', () => {
    expect(() => grouped(['taste'])).toThrow(RangeError);
    expect(() => grouped([], { taste: 'sweet' })).toThrow(RangeError);
  });
});
