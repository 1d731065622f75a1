import { describe, expect, it } from '@jest/globals';
import { decided, fact, given, received, recordedOn, withdrawn, type Scenario } from '../measure.testkit.js';

const id = 'decision-time';

/** Claims received on Mon 1 June 2026, decided on the given days of June. */
function decidedInJune(...days: readonly string[]): Scenario {
  return days.reduce((cases, day) => cases.and(received('2026-06-01'), decided(`2026-06-${day}`)), given());
}

describe('the time to a decision', () => {
  it.each([
    ['10: 27, 30, 31 March, 1, 2, 6 to 10 April, over Good Friday', '2026-03-26', '2026-04-10', '2026-04-10: 10'],
    ['1: Tuesday 16 June only, over the holiday of 15 June', '2026-06-12', '2026-06-16', '2026-06-16: 1'],
    ['0 on the same day', '2026-04-01', '2026-04-01', '2026-04-01: 0'],
    ['0 from Friday to Sunday', '2026-03-27', '2026-03-29', '2026-03-29: 0'],
    ['1 from Saturday to Monday', '2026-03-28', '2026-03-30', '2026-03-30: 1'],
    ['0 to 23:30 local', '2026-07-14', '2026-07-14T22:30Z', '2026-07-14: 0'],
    ['1 to 23:30 UTC, which is the next day', '2026-07-14', '2026-07-14T23:30Z', '2026-07-15: 1'],
    ['5 over the week in which the clocks go back', '2026-10-23', '2026-10-30', '2026-10-30: 5'],
  ])('is %s', (_, from, to, expected) => {
    expect(given(received(from), decided(to)).days(id)).toEqual([expected]);
    expect(given(received(from), withdrawn(to)).days(id)).toEqual([expected]);
  });

  it('is dated by what ended the claim first', () => {
    expect(given(received('2026-06-01'), withdrawn('2026-06-03'), decided('2026-06-10')).days(id)).toEqual([
      '2026-06-03: 2',
    ]);
  });

  it('leaves out special rules, claims without a start and claims that are open', () => {
    const partTwo = { part2Required: true };
    const cases = given(received('2026-06-01', { specialRules: true }), decided('2026-06-03'))
      .and(received('2026-06-01', partTwo), decided('2026-06-03'))
      .and(received('2026-06-01'));
    expect(cases.ask(id, { from: '2026-06' })).toMatchObject([
      { value: null, p90: null, denominator: 0, status: ['z'] },
    ]);
  });

  it('runs from part 2; processed before that day it is left out, on that day it is 0', () => {
    const claim = received('2026-06-01', { part2Required: true });
    const part2 = fact('application.part2-received', '2026-06-10T15:00Z', {});
    expect(given(claim, part2, decided('2026-06-12')).days(id)).toEqual(['2026-06-12: 2']);
    expect(given(claim, part2, decided('2026-06-10T09:00Z')).days(id)).toEqual(['2026-06-10: 0']);
    expect(given(claim, part2, decided('2026-06-09')).days(id)).toEqual([]);
  });

  it('beyond the holiday calendar is not computed, and neither is a figure that would hold it', () => {
    const cases = given(received('2028-12-01'), decided('2029-01-03')).and(
      received('2028-12-28'),
      decided('2028-12-29'),
    );
    expect(cases.ask(id, { from: '2028-29', asOf: '2029-06-30' })).toMatchObject([
      { value: null, p90: null, denominator: null, status: ['x'] },
    ]);
    expect(cases.ask(id, { from: '2028-12', asOf: '2029-06-30' })).toMatchObject([{ value: 1, denominator: 1 }]);
  });
});

describe('the middle of times', () => {
  it('of an odd number is the one in the middle; p90 of three is place ⌈2.7⌉ = 3: 1, 2, 9', () => {
    // 2 June: 1. 3 June: 2. 12 June: 9.
    expect(decidedInJune('12', '02', '03').ask(id, { from: '2026-06' })).toMatchObject([
      { value: 2, p90: 9, denominator: 3 },
    ]);
  });

  it('of an even number is the mean of the two in the middle: 1, 2, 5, 9 → 3.5', () => {
    expect(decidedInJune('12', '02', '03', '08').ask(id, { from: '2026-06' })).toMatchObject([
      { value: 3.5, p90: 9, denominator: 4 },
    ]);
  });

  it('p90 of ten is place 9: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 → median 4.5, p90 8', () => {
    const days = ['01', '02', '03', '04', '05', '08', '09', '10', '11', '12'];
    expect(decidedInJune(...days).ask(id, { from: '2026-06' })).toMatchObject([
      { value: 4.5, p90: 8, denominator: 10 },
    ]);
  });

  it('p90 of eleven is place ⌈9.9⌉ = 10; equal times each have their place: 0, nine times 1, 9', () => {
    const days = ['01', ...Array<string>(9).fill('02'), '12'];
    expect(decidedInJune(...days).ask(id, { from: '2026-06' })).toMatchObject([{ value: 1, p90: 1, denominator: 11 }]);
  });

  it('of a quarter comes from all its times, not from its months: 1, 1, 9 in June and 20, 30 in July → 9', () => {
    const cases = decidedInJune('02', '02', '12')
      // From 1 June, without 15 June: 29 June is 19, 30 June is 20, 1 July is 21, 14 July is 30.
      .and(received('2026-06-01'), decided('2026-07-14'))
      .and(received('2026-06-02'), decided('2026-07-01'));
    expect(cases.values(id, { from: '2026-06', to: '2026-07' })).toEqual([1, 25]);
    expect(cases.values(id, { from: '2026-06-12', to: '2026-06-12' })).toEqual([9]);
    expect(cases.values(id, { from: '2026-27' })).toEqual([9]);
  });

  it('leaves no trace of an end that was not the first', () => {
    const claim = given(received('2026-06-01'), decided('2026-06-12'), recordedOn('2026-06-15', decided('2026-06-03')));
    expect(claim.ask(id, { from: '2026-06', asOf: '2026-06-14' })).toMatchObject([{ value: 9, denominator: 1 }]);
    expect(claim.ask(id, { from: '2026-06' })).toMatchObject([{ value: 2, p90: 2, denominator: 1 }]);
  });
});
