import { describe, expect, it } from '@jest/globals';
import { dayOf } from '../../calendars/local-date.calendar.js';
import { corrected, decided, fact, given, received, recordedOn, withdrawn } from '../measure.testkit.js';

const id = 'decisions-in-time';
const part2 = (when: string): ReturnType<typeof fact<'application.part2-received'>> =>
  fact('application.part2-received', when, {});

/** Due Fri 10 April: 27, 30, 31 March, 1, 2, 6 to 10 April. Good Friday, 3 April, is a holiday; Easter Monday is none. */
const overEaster = received('2026-03-26');

describe('a claim over Easter with 10 working days', () => {
  it.each([
    ['is met on its due date', '2026-04-10', '2026-04-10: 1/1'],
    ['is met on the day it ends, not when due', '2026-03-30', '2026-03-30: 1/1'],
    ['is met on the day it was received', '2026-03-26', '2026-03-26: 1/1'],
    ['is missed on the day after due, a Saturday', '2026-04-11', '2026-04-11: 0/1'],
    ['is missed on the day after due, however late it ends', '2026-05-20', '2026-04-11: 0/1'],
    ['is met at 23:59 local on its due date', '2026-04-10T22:59Z', '2026-04-10: 1/1'],
    ['is missed at 00:30 local on the next day, still 10 April in UTC', '2026-04-10T23:30Z', '2026-04-11: 0/1'],
  ])('%s', (_, when, expected) => {
    expect(given(overEaster, decided(when, 'denied')).days(id)).toEqual([expected]);
    expect(given(overEaster, withdrawn(when)).days(id)).toEqual([expected]);
  });

  it('that nobody decides is missed on the day after due, as known from the end of that day on and not before', () => {
    expect(given(overEaster).days(id, '2026-04-10')).toEqual([]);
    expect(given(overEaster).days(id, '2026-04-11')).toEqual(['2026-04-11: 0/1']);
    expect(given(overEaster).days(id)).toEqual(['2026-04-11: 0/1']);
  });

  it('decided in time and recorded late is missed until that is known', () => {
    const claim = given(overEaster, recordedOn('2026-04-20', decided('2026-04-09')));
    expect(claim.days(id, '2026-04-10')).toEqual([]);
    expect(claim.days(id, '2026-04-19')).toEqual(['2026-04-11: 0/1']);
    expect(claim.days(id, '2026-04-20')).toEqual(['2026-04-09: 1/1']);
  });

  it('is settled by what ended it first', () => {
    expect(given(overEaster, withdrawn('2026-04-09'), decided('2026-05-20')).days(id)).toEqual(['2026-04-09: 1/1']);
    expect(given(overEaster, decided('2026-04-09'), withdrawn('2026-05-20')).days(id)).toEqual(['2026-04-09: 1/1']);
    expect(given(overEaster, withdrawn('2026-04-13'), decided('2026-05-20')).days(id)).toEqual(['2026-04-11: 0/1']);
  });

  it('ignores an end before the application; the next one counts', () => {
    expect(given(overEaster, decided('2026-03-25'), decided('2026-04-13')).days(id)).toEqual(['2026-04-11: 0/1']);
    expect(given(overEaster, withdrawn('2026-03-25'), decided('2026-04-08')).days(id)).toEqual(['2026-04-08: 1/1']);
  });
});

describe('the due date', () => {
  const missedOn = (when: string, data = {}): readonly string[] => given(received(when, data)).days(id);

  it('jumps the holiday of 15 June: 9 to 12, 16 to 19, 22 and 23 June', () => {
    expect(missedOn('2026-06-08')).toEqual(['2026-06-24: 0/1']);
  });

  it('of a claim received on a Saturday counts from Monday: 30, 31 March, 1, 2, 6 to 10 and 13 April', () => {
    expect(missedOn('2026-03-28')).toEqual(['2026-04-14: 0/1']);
  });

  it('is that of the benefit: SCP has 20, 2 April, 6 to 10, 13 to 17, 20 to 24, 27 to 30 April', () => {
    expect(missedOn('2026-04-01', { benefit: 'SCP' })).toEqual(['2026-05-01: 0/1']);
  });

  it('is 7 working days under special rules of any benefit: 2 to 5 and 8 to 10 June', () => {
    expect(missedOn('2026-06-01', { benefit: 'ADP', specialRules: true })).toEqual(['2026-06-11: 0/1']);
    expect(missedOn('2026-06-01', { benefit: 'FSP', specialRules: true })).toEqual(['2026-06-11: 0/1']);
  });

  it('begins with the local date: 23:30 UTC on Tuesday 7 July is Wednesday 8 July; 9, 10, 13 to 17, 20 to 22 July', () => {
    expect(missedOn('2026-07-07T23:30Z')).toEqual(['2026-07-23: 0/1']);
  });

  it.each([
    ['00:30 before the clocks go forward, Sunday', '2026-03-29T00:30+00:00', '2026-04-14'],
    ['00:30 on the Monday after: 31 March, 1, 2, 6 to 10, 13, 14 April', '2026-03-30T00:30+01:00', '2026-04-15'],
    [
      '01:30 before the clocks go back, Sunday: 26 to 30 October, 2 to 6 November',
      '2026-10-25T01:30+01:00',
      '2026-11-07',
    ],
    ['01:30 after it', '2026-10-25T01:30+00:00', '2026-11-07'],
    ['23:30 on Monday 26 October: 27 to 30 October, 2 to 6, 9 November', '2026-10-26T23:30+00:00', '2026-11-10'],
  ])('of a claim received at %s', (_, when, missed) => {
    expect(missedOn(when)).toEqual([`${missed}: 0/1`]);
  });

  it('keeps the target in force on the day the claim started', () => {
    const later = { decisionTarget: (_: string, __: boolean, start: number) => (start < dayOf(2026, 4, 1) ? 1 : 2) };
    expect(given(received('2026-03-30')).under(later).days(id)).toEqual(['2026-04-01: 0/1']);
    expect(
      given(received('2026-03-30', { part2Required: true }), part2('2026-04-01'))
        .under(later)
        .days(id),
    ).toEqual(['2026-04-07: 0/1']);
  });

  it('is none where no target is set', () => {
    expect(
      given(overEaster, decided('2026-04-01'))
        .under({ decisionTarget: () => null })
        .days(id),
    ).toEqual([]);
  });

  it('beyond the holiday calendar, which ends with 2028, is not computed; ADP has 60', () => {
    const claim = received('2028-12-01', { benefit: 'ADP' });
    const january = { from: '2029-01', asOf: '2029-01-31' };
    expect(given(claim).ask(id, january)).toMatchObject([
      { value: null, numerator: null, denominator: null, interval: null, status: ['x', 'p'] },
    ]);
    expect(given(claim, decided('2029-01-10')).ask(id, january)).toMatchObject([{ value: null, status: ['x', 'p'] }]);
    expect(given(claim, decided('2028-12-20')).values(id, { from: '2028-12', asOf: '2029-01-31' })).toEqual([1]);
    expect(given(claim, decided('2028-12-20')).values(id, january)).toEqual([null]);
  });
});

describe('a claim that needs part 2', () => {
  const claim = received('2026-04-01', { part2Required: true });

  it('runs from part 2: 11 May, due 26 May over the holiday of 25 May: 12 to 15, 18 to 22, 26 May', () => {
    expect(given(claim, part2('2026-05-11')).days(id)).toEqual(['2026-05-27: 0/1']);
    expect(given(claim, part2('2026-05-11'), decided('2026-05-26')).days(id)).toEqual(['2026-05-26: 1/1']);
  });

  it('is not counted at all without it, not even when decided', () => {
    expect(given(claim, decided('2026-06-30')).days(id)).toEqual([]);
    expect(given(claim, withdrawn('2026-06-30')).days(id)).toEqual([]);
  });

  it('is met when it was processed before it started', () => {
    expect(given(claim, decided('2026-04-20'), part2('2026-05-11')).days(id)).toEqual(['2026-04-20: 1/1']);
  });

  it('starts with the first of several', () => {
    expect(given(claim, part2('2026-05-20'), part2('2026-05-11')).days(id)).toEqual(['2026-05-27: 0/1']);
  });

  it('is moved when the need for it turns out to be a mistake', () => {
    const mistake = corrected(claim, '2026-06-01', { data: { benefit: 'FSP', channel: 'online' } });
    // From 1 April: 2, 6 to 10, 13 to 16 April.
    expect(given(claim, mistake).days(id, '2026-05-31')).toEqual([]);
    expect(given(claim, mistake).days(id, '2026-06-01')).toEqual(['2026-04-17: 0/1']);
  });

  it('does not wait for it where it is not required', () => {
    expect(given(overEaster, part2('2026-05-11')).days(id)).toEqual(['2026-04-11: 0/1']);
  });
});

describe('decisions in time, together', () => {
  const cases = given(overEaster, decided('2026-04-10'))
    .and(overEaster, decided('2026-04-13'))
    .and(overEaster)
    .and(received('2026-04-01', { benefit: 'SCP' }), decided('2026-04-09'));

  it('are met ÷ settled, with the objective in force', () => {
    expect(cases.ask(id, { from: '2026-04' })).toMatchObject([
      { value: 0.5, numerator: 2, denominator: 4, target: 0.9, status: [] },
    ]);
  });

  it('are broken down, as known on a day', () => {
    const rows = cases.ask(id, { from: '2026-04', to: '2026-06', by: ['benefit'], asOf: '2026-04-10' });
    expect(
      rows.map(({ period, dimensions, numerator, denominator }) => [period, dimensions, numerator, denominator]),
    ).toEqual(
      ['2026-04', '2026-05', '2026-06'].flatMap((period) => [
        [period, { benefit: 'FSP' }, period === '2026-04' ? 1 : 0, period === '2026-04' ? 1 : 0],
        [period, { benefit: 'SCP' }, period === '2026-04' ? 1 : 0, period === '2026-04' ? 1 : 0],
      ]),
    );
  });
});
