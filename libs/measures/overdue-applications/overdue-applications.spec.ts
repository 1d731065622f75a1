import { describe, expect, it } from '@jest/globals';
import { dayOf } from '../../calendars/local-date.calendar.js';
import { decided, fact, given, received, recordedOn, withdrawn } from '../measure.testkit.js';

const id = 'overdue-applications';

/** Due Fri 10 April: 27, 30, 31 March, 1, 2, 6 to 10 April. */
const claim = received('2026-03-26');
const days = { from: '2026-04-10', to: '2026-04-14' };

describe('overdue applications', () => {
  it('are open and due before the date: not on the day due, but on the day after', () => {
    expect(given(claim).values(id, days)).toEqual([0, 1, 1, 1, 1]);
    expect(given(claim).values(id, { from: '2026-04', asOf: '2026-04-10' })).toEqual([0]);
    expect(given(claim).values(id, { from: '2026-04', asOf: '2026-04-11' })).toEqual([1]);
  });

  it('are no longer overdue on the day on which they are processed', () => {
    expect(given(claim, decided('2026-04-13')).values(id, days)).toEqual([0, 1, 1, 0, 0]);
    expect(given(claim, withdrawn('2026-04-13')).values(id, days)).toEqual([0, 1, 1, 0, 0]);
    expect(given(claim, decided('2026-04-11')).values(id, days)).toEqual([0, 0, 0, 0, 0]);
    expect(given(claim, decided('2026-04-10')).values(id, days)).toEqual([0, 0, 0, 0, 0]);
  });

  it('have no value after K', () => {
    expect(given(claim).values(id, { from: '2026-04', to: '2026-06', asOf: '2026-05-20' })).toEqual([1, 1, null]);
  });

  it('stay so until it is known that they were not', () => {
    const late = given(claim, recordedOn('2026-05-05', decided('2026-04-09')));
    expect(late.values(id, { from: '2026-04', asOf: '2026-05-04' })).toEqual([1]);
    expect(late.values(id, { from: '2026-04', asOf: '2026-05-05' })).toEqual([0]);
  });

  it('are not those that have not started; part 2 starts them: 11 May, due 26 May', () => {
    const partTwo = received('2026-04-01', { part2Required: true });
    const may = { from: '2026-05-26', to: '2026-05-27' };
    expect(given(partTwo).values(id, may)).toEqual([0, 0]);
    expect(given(partTwo, fact('application.part2-received', '2026-05-11', {})).values(id, may)).toEqual([0, 1]);
  });

  it('count from the day received where part 2 had come so long before that it was due already', () => {
    const early = given(
      received('2026-03-26', { part2Required: true }),
      // Due 16 March: 3 to 6, 9 to 13, 16 March.
      fact('application.part2-received', '2026-03-02', {}),
    );
    expect(early.values(id, { from: '2026-03-24', to: '2026-03-27' })).toEqual([0, 0, 1, 1]);
  });

  it('have 7 working days under special rules: due Wed 8 April: 27, 30, 31 March, 1, 2, 6, 7 April', () => {
    const special = given(received('2026-03-26', { benefit: 'ADP', specialRules: true }));
    expect(special.values(id, { from: '2026-04-07', to: '2026-04-08' })).toEqual([0, 1]);
  });

  it('keep the target in force on the day on which the claim started', () => {
    const changing = (start: number): number => (start < dayOf(2026, 4, 1) ? 10 : 1);
    const cases = given(claim)
      .and(received('2026-04-01'))
      .under({ decisionTarget: (_benefit, _specialRules, start) => changing(start) });
    // The later one is due on 2 April.
    expect(cases.values(id, { from: '2026-04-02', to: '2026-04-03' })).toEqual([0, 1]);
    expect(cases.values(id, days)).toEqual([1, 2, 2, 2, 2]);
  });

  it('are none where no target is set', () => {
    expect(
      given(claim)
        .under({ decisionTarget: () => null })
        .values(id, days),
    ).toEqual([0, 0, 0, 0, 0]);
  });

  it('are broken down', () => {
    const cases = given(claim)
      .and(claim)
      .and(received('2026-03-26', { benefit: 'ADP' }));
    expect(cases.ask(id, { from: '2026-04', by: ['benefit'] })).toMatchObject([
      { dimensions: { benefit: 'FSP' }, value: 2 },
    ]);
  });
});
