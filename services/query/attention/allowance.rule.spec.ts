import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { measureNamed } from '../../../libs/measures/figures/holdings.testkit.js';
import { loadRegister } from '../../../libs/register/register.store.js';
import type { ObjectiveInForce } from '../../../libs/register/targets-in-force.rule.js';
import { allowanceOf, type Allowance } from './allowance.rule.js';
import { measuresWithLapses } from './lapse.words.js';

const decisions = measureNamed('decisions-in-time');
const payments = measureNamed('payments-on-time');

function objective(value: number, members: Partial<ObjectiveInForce> = {}): ObjectiveInForce {
  return { op: 'gte', value, role: 'agency', source: 'made up', ...members };
}

/** So many counted of which so many went wrong, against a share that must be right. */
function allowance(counted: number, wrong: number, value: number, measure = decisions): Allowance | null {
  const year = { period: '2026-27', numerator: counted - wrong, denominator: counted, status: [] };
  return allowanceOf(measure, year, objective(value));
}

describe('the allowance of a year, by law', () => {
  const counted = fc.integer({ min: 1, max: 10_000_000 });
  const thousandths = fc.integer({ min: 0, max: 1_000 });
  const seed = 20260615;

  it('is the greatest number of lapses with which the objective is met, exactly', () => {
    fc.assert(
      fc.property(counted, thousandths, (n, aim) => {
        const { allowed } = allowance(n, 0, aim / 1_000) ?? { allowed: NaN };
        const isMet = (wrong: number): boolean => BigInt(n - wrong) * 1_000n >= BigInt(n) * BigInt(aim);
        expect(isMet(allowed)).toBe(true);
        expect(allowed === n || !isMet(allowed + 1)).toBe(true);
      }),
      { seed },
    );
  });

  it('is the same said of what must be right and of what must not be wrong', () => {
    fc.assert(
      fc.property(counted, thousandths, fc.nat({ max: 1_000 }), (n, aim, few) => {
        const wrong = Math.min(n, few);
        const year = { period: '2026-27', numerator: wrong, denominator: n, status: [] };
        const said = allowanceOf(decisions, year, objective((1_000 - aim) / 1_000, { op: 'lte' }));
        expect(said).toEqual(allowance(n, wrong, aim / 1_000));
      }),
      { seed },
    );
  });
});

describe('the allowance of a year, in words', () => {
  it.each([
    [200, 18, 0.9, '18 of 20 allowed late decisions used this year'],
    [200, 0, 0.9, '0 of 20 allowed late decisions used this year'],
    [200, 20, 0.9, '20 of 20 allowed late decisions used this year'],
    [200, 21, 0.9, 'All 20 allowed late decisions used this year, and 1 more'],
    [10, 1, 0.9, '1 of 1 allowed late decision used this year'],
    [10, 3, 0.9, 'The 1 allowed late decision used this year, and 2 more'],
    [24_680, 1_234, 0.9, '1,234 of 2,468 allowed late decisions used this year'],
    [1_000, 20, 0.975, '20 of 25 allowed late decisions used this year'],
    [9, 0, 0.9, 'With 9 settled this year no late decisions are allowed yet, and there were none'],
    [9, 1, 0.9, 'With 9 settled this year no late decisions are allowed yet: there was 1'],
    [9, 2, 0.9, 'With 9 settled this year no late decisions are allowed yet: there were 2'],
    [400, 0, 1, 'No late decisions are allowed, and there were none this year'],
    [400, 1, 1, 'No late decisions are allowed: there was 1 this year'],
    [400, 7, 1, 'No late decisions are allowed: there were 7 this year'],
    [0, 0, 0.9, 'Nothing has settled this year yet'],
    [0, 0, 1, 'Nothing has settled this year yet'],
  ])('of %i with %i late and an aim of %f', (counted, late, aim, text) => {
    expect(allowance(counted, late, aim)?.text).toBe(text);
  });

  it('comes with its numbers', () => {
    expect(allowance(200, 25, 0.9)).toMatchObject({ period: '2026-27', counted: 200, allowed: 20, used: 25, left: -5 });
  });

  it('has words for whatever has an objective', () => {
    const aimed = loadRegister().targets.flatMap(({ measure, objective: aim }) => (aim === undefined ? [] : [measure]));
    const counts = aimed.filter((id) => ['proportion', 'limit'].includes(measureNamed(id).kind));
    expect(measuresWithLapses).toEqual(expect.arrayContaining(counts));
    expect(allowance(200, 18, 0.9, measureNamed('approval-rate'))?.text).toContain('allowed exceptions');
  });
});

describe('no allowance', () => {
  const year = { period: '2026-27', numerator: 190, denominator: 200, status: [] };
  it.each([
    ['without an objective', payments, year, null],
    ['against an objective that is only assumed', payments, year, objective(0.9, { role: 'assumption' })],
    ['of what is no share', measureNamed('call-wait'), year, objective(300, { op: 'lte' })],
    ['where the figure is not available', payments, { ...year, status: ['x' as const] }, objective(0.9)],
    ['where there is no figure', payments, { ...year, denominator: null }, objective(0.9)],
  ])('%s', (_, measure, figure, aim) => {
    expect(allowanceOf(measure, figure, aim)).toBeNull();
  });
});
