import { describe, expect, it } from '@jest/globals';
import { decided, fact, given, received, recordedOn } from '../measure.testkit.js';

const id = 'applications-received';

describe('applications received', () => {
  it('are counted in the period of their local date, and are 0 where there are none', () => {
    const cases = given(received('2026-04-01')).and(received('2026-04-30')).and(received('2026-06-01'));
    expect(cases.values(id, { from: '2026-04', to: '2026-06' })).toEqual([2, 0, 1]);
    expect(cases.values(id, { from: '2026-27-Q1', to: '2026-27-Q2' })).toEqual([3, 0]);
  });

  it('count a claim once, on the earliest of its applications, in whatever order they arrive', () => {
    const [earlier, later] = [received('2026-04-01'), received('2026-04-02')];
    expect(given(later, earlier).days(id)).toEqual(['2026-04-01: 1']);
    expect(given(earlier, later).days(id)).toEqual(['2026-04-01: 1']);
    expect(given(earlier, earlier).days(id)).toEqual(['2026-04-01: 1']);
  });

  it('leave facts of a claim waiting until its application comes', () => {
    expect(given(decided('2026-04-20')).days('decisions-made')).toEqual([]);
    const late = given(decided('2026-04-20'), recordedOn('2026-05-10', received('2026-04-01')));
    expect(late.days('decisions-made', '2026-05-09')).toEqual([]);
    expect(late.days('decisions-made', '2026-05-10')).toEqual(['2026-04-20: 1']);
  });

  it('count what was recorded by the end of the day asked for, and nothing recorded after it', () => {
    const late = given(recordedOn('2026-05-10', received('2026-04-01')));
    expect(late.values(id, { from: '2026-04', asOf: '2026-05-09' })).toEqual([0]);
    expect(late.values(id, { from: '2026-04', asOf: '2026-05-10' })).toEqual([1]);
  });

  it('take a copy that was recorded earlier as known from then on', () => {
    const copies = given(
      recordedOn('2026-05-10', received('2026-04-01')),
      recordedOn('2026-04-03', received('2026-04-01')),
    );
    expect(copies.values(id, { from: '2026-04', asOf: '2026-04-02' })).toEqual([0]);
    expect(copies.values(id, { from: '2026-04', asOf: '2026-04-03' })).toEqual([1]);
  });

  it('are provisional while K is before the last day + 28: 30 April + 28 = 28 May', () => {
    const status = (asOf: string): unknown => given().ask(id, { from: '2026-04', asOf })[0]?.status;
    expect(status('2026-05-27')).toEqual(['p']);
    expect(status('2026-05-28')).toEqual([]);
  });

  it('are complete when the last day is before K', () => {
    const complete = (asOf: string): unknown => given().ask(id, { from: '2026-04', asOf })[0]?.complete;
    expect(complete('2026-04-30')).toBe(false);
    expect(complete('2026-05-01')).toBe(true);
  });
});

describe('the local date of an application', () => {
  it.each([
    ['the last half hour before the first day of summer time', '2026-03-28T23:30Z', '2026-03-28'],
    ['00:30, half an hour before the clocks go forward', '2026-03-29T00:30+00:00', '2026-03-29'],
    ['what would be 01:30 on that night, which the clocks skip: 02:30', '2026-03-29T01:30Z', '2026-03-29'],
    ['23:30 UTC on that day: 00:30 on the next', '2026-03-29T23:30Z', '2026-03-30'],
    ['23:30 UTC in July: 00:30 on the next day', '2026-07-14T23:30Z', '2026-07-15'],
    ['22:59 UTC in July: still the same day', '2026-07-14T22:59Z', '2026-07-14'],
    ['00:30 of the day on which the clocks go back: 23:30 UTC the day before', '2026-10-25T00:30+01:00', '2026-10-25'],
    ['01:30 for the first time', '2026-10-25T01:30+01:00', '2026-10-25'],
    ['01:30 for the second time', '2026-10-25T01:30+00:00', '2026-10-25'],
    ['23:30 UTC on that day: winter time', '2026-10-25T23:30Z', '2026-10-25'],
    ['an offset of elsewhere', '2026-04-02T03:30+05:00', '2026-04-01'],
  ])('%s', (_, when, day) => {
    expect(given(received(when)).days(id)).toEqual([`${day}: 1`]);
  });
});

describe('the period of an application', () => {
  it.each([
    ['a leap week belongs to the year of its Thursday: 2020 has 53', '2020-12-28', '2020-W53'],
    ['so Sunday 3 January 2021 is in 2020', '2021-01-03', '2020-W53'],
    ['and Monday 4 January 2021 in 2021', '2021-01-04', '2021-W01'],
    ['2026 has 53 weeks too: 1 January is a Thursday', '2027-01-03', '2026-W53'],
    ['Monday 4 January 2027', '2027-01-04', '2027-W01'],
    ['the financial year ends on 31 March', '2026-03-31', '2025-26'],
    ['23:30 UTC on 31 March is 1 April: the next financial year', '2026-03-31T23:30Z', '2026-27'],
    ['January to March are the fourth quarter', '2026-03-31', '2025-26-Q4'],
    ['23:30 UTC on 30 June is July', '2026-06-30T23:30Z', '2026-07'],
  ])('%s', (_, when, period) => {
    expect(given(received(when)).values(id, { from: period })).toEqual([1]);
  });
});

describe('the breakdown of applications', () => {
  const cases = given(received('2026-04-01', { benefit: 'ADP', channel: 'paper' }))
    .and(received('2026-04-02', { benefit: 'SCP', localAuthority: 'S12000036' }))
    .and(received('2026-05-02', { benefit: 'SCP' }), fact('equality.form-recorded', '2026-05-03', {}));
  const rows = (by: readonly string[], filter = {}): unknown =>
    cases
      .ask(id, { from: '2026-04', to: '2026-05', by, filter })
      .map(({ period, dimensions, value }) => [period, ...Object.values(dimensions), value]);

  it('has a row in every period for each code of which something is counted in any, in order', () => {
    expect(rows(['benefit'])).toEqual([
      ['2026-04', 'ADP', 1],
      ['2026-04', 'SCP', 1],
      ['2026-05', 'ADP', 0],
      ['2026-05', 'SCP', 1],
    ]);
  });

  it('has not-recorded where nothing is stated', () => {
    expect(rows(['localAuthority'])).toEqual([
      ['2026-04', 'S12000036', 1],
      ['2026-04', 'not-recorded', 1],
      ['2026-05', 'S12000036', 0],
      ['2026-05', 'not-recorded', 1],
    ]);
  });

  it('has the rows that a filter leaves, two dimensions together', () => {
    expect(rows(['benefit', 'channel'], { benefit: 'SCP' })).toEqual([
      ['2026-04', 'SCP', 'online', 1],
      ['2026-05', 'SCP', 'online', 1],
    ]);
  });

  it('has no row where nothing is counted under the filter', () => {
    expect(rows(['benefit'], { benefit: 'CDP' })).toEqual([]);
    expect(rows([], { benefit: 'CDP' })).toEqual([
      ['2026-04', 0],
      ['2026-05', 0],
    ]);
  });
});
