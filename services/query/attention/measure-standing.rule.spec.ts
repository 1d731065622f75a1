import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { day, holdingsOf, measureNamed, questionOf } from '../../../libs/measures/figures/holdings.testkit.js';
import { observe } from '../../../libs/measures/figures/observe.measure.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { no, yes } from '../../../libs/measures/measure.measure.js';
import { rulesOf } from '../../../libs/register/register-rules.rule.js';
import { loadRegister } from '../../../libs/register/register.store.js';
import { goneQuiet, standingOf } from './measure-standing.rule.js';

const rules = rulesOf(loadRegister());
const asOf = day('2026-06-30');
const written = [
  { on: '2026-03-03', x: no, count: 2 },
  { on: '2026-04-07', x: yes, count: 25 },
  { on: '2026-05-12', x: yes, count: 30 },
  { on: '2026-06-02', x: yes, count: 5 },
];

describe('how a measure stands', () => {
  it('rests on the very figures that observations have, one period after the other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...measures), fc.integer({ min: day('2026-01-01'), max: asOf }), (measure, known) => {
        const holdings = holdingsOf(measure, written);
        const { grain, latest, before, year } = standingOf(measure, holdings, known, rules);
        const ask = (by: 'month' | 'year', from: string, to: string): unknown => {
          const question = { ...questionOf(measure, { grain: by, from, to }), asOf: known };
          return observe(question, holdings, (on) => rules.objectiveInForce(measure.id, on)?.value ?? null);
        };
        expect([before, latest]).toEqual(ask(grain, before.start, latest.end));
        expect([year]).toEqual(ask('year', year.start, year.end));
        expect([latest.complete, before.end < latest.start]).toEqual([true, true]);
      }),
      { seed: 20260606 },
    );
  });

  it('is judged by the objective, which says where it comes from', () => {
    const measure = measureNamed('payments-on-time');
    expect(standingOf(measure, holdingsOf(measure, written), asOf, rules)).toMatchObject({
      isCounted: true,
      latest: { period: '2026-05', numerator: 30 },
      before: { period: '2026-04', numerator: 25 },
      year: { period: '2026-27', numerator: 60, complete: false },
      objective: { op: 'gte', value: 1, role: 'agency', source: 'charter commitment' },
      state: 'on-target',
      quietSince: null,
    });
  });

  it('cannot be told while it is not counted: no figure is available, and it is a gap whatever is aimed at', () => {
    for (const measure of measures) {
      const standing = standingOf(measure, null, asOf, rules);
      expect(standing).toMatchObject({ isCounted: false, state: 'gap', quietSince: null });
      for (const { value, interval, status } of [standing.latest, standing.before, standing.year]) {
        expect([value, interval, status[0]]).toEqual([null, null, 'x']);
        expect(status).not.toContain('z');
      }
      expect(goneQuiet(standing, 0)).toBe(standing);
    }
  });

  it('keeps its figures when what it is counted from goes quiet', () => {
    const measure = measureNamed('payments-on-time');
    const standing = standingOf(measure, holdingsOf(measure, written), asOf, rules);
    expect(goneQuiet(standing, 5)).toEqual({ ...standing, state: 'gone-quiet', quietSince: 5 });
  });
});
