import { describe, expect, it } from '@jest/globals';
import { dayOf, formatDay } from '../../calendars/local-date.calendar.js';
import { decided, fact, given, received, recordedOn, withdrawn } from '../measure.testkit.js';

const id = 'open-applications';

describe('open applications', () => {
  it('are those received on or before the date and not processed on or before it', () => {
    const days = { from: '2026-04-14', to: '2026-04-18' };
    expect(given(received('2026-04-15'), decided('2026-04-17')).values(id, days)).toEqual([0, 1, 1, 0, 0]);
    expect(given(received('2026-04-15'), withdrawn('2026-04-17')).values(id, days)).toEqual([0, 1, 1, 0, 0]);
    expect(given(received('2026-04-15'), decided('2026-04-15')).values(id, days)).toEqual([0, 0, 0, 0, 0]);
    expect(given(received('2026-04-15')).values(id, days)).toEqual([0, 1, 1, 1, 1]);
  });

  it('end with whatever ended them first, and do not open again', () => {
    const claim = given(received('2026-04-15'), withdrawn('2026-04-16'), decided('2026-04-18'));
    expect(claim.values(id, { from: '2026-04-15', to: '2026-04-18' })).toEqual([1, 0, 0, 0]);
  });

  it('go on after an end that was before the application', () => {
    expect(given(received('2026-04-15'), decided('2026-04-14')).values(id, { from: '2026-04' })).toEqual([1]);
  });

  it('belong to local dates: decided at 23:30 UTC on 14 July is still open at the end of that day', () => {
    const claim = given(received('2026-07-13T23:30Z'), decided('2026-07-14T23:30Z'));
    expect(claim.values(id, { from: '2026-07-13', to: '2026-07-15' })).toEqual([0, 1, 0]);
  });

  it('are counted at the end of the period, or at K if that is earlier; there is no value after K', () => {
    const cases = given(received('2026-04-15'), decided('2026-05-20')).and(received('2026-05-10'));
    const asked = { from: '2026-03', to: '2026-07' };
    expect(cases.values(id, { ...asked, asOf: '2026-05-09' })).toEqual([0, 1, 1, null, null]);
    expect(cases.values(id, { ...asked, asOf: '2026-05-19' })).toEqual([0, 1, 2, null, null]);
    expect(cases.values(id, { ...asked, asOf: '2026-05-20' })).toEqual([0, 1, 1, null, null]);
    expect(cases.values(id, { ...asked, asOf: '2026-06-01' })).toEqual([0, 1, 1, 1, null]);
    expect(cases.values(id, { ...asked, asOf: '2026-07-31' })).toEqual([0, 1, 1, 1, 1]);
    expect(cases.values(id, { from: '2026-27', asOf: '2026-05-19' })).toEqual([2]);
  });

  it('are judged by what was recorded by K', () => {
    const claim = given(
      recordedOn('2026-04-20', received('2026-04-15')),
      recordedOn('2026-05-10', decided('2026-04-25')),
    );
    const april = (asOf: string): unknown => claim.values(id, { from: '2026-04', asOf })[0];
    expect(april('2026-04-19')).toBe(0);
    expect(april('2026-04-20')).toBe(1);
    expect(april('2026-05-09')).toBe(1);
    expect(april('2026-05-10')).toBe(0);
  });
});

describe('how long open applications have waited', () => {
  /*
   * Working days after Wed 1 April 2026. April: 2, 6 to 10, 13 to 17, 20 to 24, 27 to 30 make 20. May, without 4 and 25:
   * 1, 5 to 8, 11 to 15, 18 to 22, 26 to 29 make 19; so 1 May is 21, 29 May is 39. June, without 15: 1 is 40, 2 is 41;
   * 30 June is 60. July: 1 is 61, 31 is 83. August, without 3: 4 is 84, 26 is 100, 27 is 101.
   */
  it.each([
    ['2026-04-01', '0-20'],
    ['2026-04-30', '0-20'],
    ['2026-05-01', '21-40'],
    ['2026-05-04', '21-40'],
    ['2026-06-01', '21-40'],
    ['2026-06-02', '41-60'],
    ['2026-06-30', '41-60'],
    ['2026-07-01', '61-100'],
    ['2026-08-26', '61-100'],
    ['2026-08-27', '101-plus'],
    ['2026-12-31', '101-plus'],
  ])('on %s: %s', (day, band) => {
    const claim = given(received('2026-04-01'));
    const bands = claim.ask(id, { from: day, by: ['waiting'] });
    expect(bands.map(({ dimensions, value }) => [dimensions['waiting'], value])).toEqual([[band, 1]]);
    expect(claim.values(id, { from: day, filter: { waiting: band } })).toEqual([1]);
    expect(claim.values(id, { from: day, filter: { waiting: band === '0-20' ? '21-40' : '0-20' } })).toEqual([0]);
  });

  it('is reckoned to K where the period ends after it', () => {
    const ask = (asOf: string): unknown =>
      given(received('2026-04-01')).ask(id, { from: '2026-27', by: ['waiting'], asOf })[0]?.dimensions;
    expect(ask('2026-04-30')).toEqual({ waiting: '0-20' });
    expect(ask('2026-05-01')).toEqual({ waiting: '21-40' });
  });

  it('runs from the day received, not from part 2', () => {
    const claim = given(
      received('2026-04-01', { part2Required: true }),
      fact('application.part2-received', '2026-04-29', {}),
    );
    expect(claim.values(id, { from: '2026-05-01', filter: { waiting: '21-40' } })).toEqual([1]);
  });

  it('goes with benefit and channel, and moves from band to band as time passes', () => {
    const cases = given(received('2026-04-01'))
      .and(received('2026-04-02', { channel: 'paper' }))
      .and(received('2026-04-02', { benefit: 'ADP' }));
    const rows = cases
      .ask(id, { from: '2026-04-30', to: '2026-05-01', by: ['waiting', 'benefit'], filter: { channel: 'online' } })
      .map(({ period, dimensions, value }) => [period, ...Object.values(dimensions), value]);
    expect(rows).toEqual([
      ['2026-04-30', '0-20', 'ADP', 1],
      ['2026-04-30', '0-20', 'FSP', 1],
      ['2026-04-30', '21-40', 'FSP', 0],
      ['2026-05-01', '0-20', 'ADP', 1],
      ['2026-05-01', '0-20', 'FSP', 0],
      ['2026-05-01', '21-40', 'FSP', 1],
    ]);
  });

  it('adds up to all that are open, on every day of a year', () => {
    const cases = ['2026-01-05', '2026-03-30', '2026-04-30', '2026-05-05', '2026-07-01'].reduce(
      (some, day, index) => some.and(received(day), decided(formatDay(dayOf(2026, 7, 1 + 40 * index)))),
      given(),
    );
    const asked = { from: '2026-01-01', to: '2026-12-31' };
    const bands = cases.ask(id, { ...asked, by: ['waiting'] });
    expect(
      cases
        .ask(id, asked)
        .map(({ period }) =>
          bands.filter((row) => row.period === period).reduce((sum, { value }) => sum + (value ?? 0), 0),
        ),
    ).toEqual(cases.values(id, asked));
  });
});
