import { describe, expect, it } from '@jest/globals';
import type { Charter, Commitment, Edition, FrameworkMeasure } from '../../../libs/register/charter.fact.js';
import { loadRegister } from '../../../libs/register/register.store.js';
import { commitmentRows, frameworkOf, headingsOf, lineageOf } from './commitment-rows.rule.js';

const { charter } = loadRegister();

function commitment(id: string, continues?: readonly string[]): Commitment {
  const named = { id, section: 's', title: 't', responsible: 'both', confidence: 'confirmed', source: 'x' } as const;
  return continues === undefined ? named : { ...named, continues };
}

function edition(id: string, ...commitments: readonly Commitment[]): Edition {
  return { id, from: `${id}-01-01`, to: null, complete: true, commitments };
}

/** Ids mean other things in every edition. */
const threeEditions: Pick<Charter, 'editions'> = {
  editions: [
    edition('2019', commitment('1.1'), commitment('1.2'), commitment('1.3')),
    edition('2024', commitment('1.1', ['1.2']), commitment('1.2', ['1.3']), commitment('1.3', ['1.1', '1.2'])),
    edition('2029', commitment('1.1', ['1.2']), commitment('1.2', ['1.3', '1.1']), commitment('1.3')),
  ],
};

function namesOf(named: readonly { readonly edition: string; readonly id: string }[]): readonly string[] {
  return named.map((one) => `${one.edition}/${one.id}`);
}

describe('the rows of the register', () => {
  const rows = commitmentRows(charter);

  it('are all commitments of all editions', () => {
    expect(namesOf(rows)).toEqual(
      charter.editions.flatMap(({ id, commitments }) => commitments.map((one) => `${id}/${one.id}`)),
    );
  });

  it('say both ways what carries on what', () => {
    const forwards = rows.flatMap(({ edition: of, id, continuedBy }) => continuedBy.map((later) => [of, id, later]));
    const backwards = rows.flatMap(({ id, continues }) => continues.map((earlier) => ['2019', earlier, id]));
    expect(new Set(forwards.map(String))).toEqual(new Set(backwards.map(String)));
    expect(forwards.length).toBeGreaterThan(40);
  });

  it('keep what is inferred inferred', () => {
    const inferred = rows.filter(({ confidence }) => confidence === 'inferred');
    expect(inferred).toHaveLength(29);
    expect(inferred.every(({ edition: of }) => of === '2024')).toBe(true);
  });

  it('reach the framework, but for the gaps that the register names and what is new in 2024', () => {
    expect(namesOf(rows.filter((row) => frameworkOf(lineageOf(row, charter), charter).length === 0))).toEqual([
      '2019/2.9',
      '2019/4.15',
      '2024/i2.i',
      '2024/i3.g',
      '2024/i4.h',
    ]);
  });

  it('stand under a principle or a theme, but for what is new in 2024', () => {
    const headings = [...charter.principles, ...charter.themes];
    expect(namesOf(rows.filter((row) => headingsOf(lineageOf(row, charter), headings).length === 0))).toEqual([
      '2024/i3.g',
    ]);
  });
});

describe('a lineage', () => {
  it.each([
    ['2019', '1.1', ['2019/1.1']],
    ['2024', '1.3', ['2024/1.3', '2019/1.1', '2019/1.2']],
    ['2029', '1.2', ['2029/1.2', '2024/1.3', '2019/1.1', '2019/1.2', '2024/1.1', '2019/1.2']],
    ['2029', '1.3', ['2029/1.3']],
  ])('of %s/%s', (of, id, expected) => {
    expect(namesOf(lineageOf({ edition: of, id }, threeEditions))).toEqual(expected);
  });

  it('brings the measures of all of it, each once, in the register’s order', () => {
    const measure = (id: string, ...commitments: readonly string[]): FrameworkMeasure => ({
      id,
      number: 1,
      section: 's',
      title: 't',
      dataSource: 'd',
      commitments: commitments.map((one) => ({ edition: '2019', id: one })),
      evidencedBy: [],
      confidence: 'confirmed',
      source: 'x',
    });
    const measures = [measure('M1', '1.2'), measure('M2', '1.3'), measure('M3', '1.2', '1.1')];
    const found = frameworkOf(lineageOf({ edition: '2029', id: '1.2' }, threeEditions), { measures });
    expect(found.map(({ id }) => id)).toEqual(['M1', 'M3']);
  });
});
