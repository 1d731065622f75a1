import { describe, expect, it } from '@jest/globals';
import { fact, given, recordedOn, type Scenario, type Told } from '../measure.testkit.js';

const id = 'complaints-stage1-in-time';

const received = (when: string, stage: 1 | 2 = 1): Told =>
  fact('complaint.received', when, { stage, reason: 'policy' });
const responded = (when: string, stage: 1 | 2 = 1): Told =>
  fact('complaint.responded', when, { stage, outcome: 'upheld' });
const escalated = (when: string): Told => fact('complaint.escalated', when, {});
const withdrawn = (when: string): Told => fact('complaint.withdrawn', when, {});

/** Due Wed 1 April: 26, 27, 30, 31 March, 1 April. */
const complaint = (...facts: readonly Told[]): Scenario => given(received('2026-03-26'), ...facts);

describe('5 working days, of which the day received is the first if it is one', () => {
  it.each([
    ['Thursday 26 March', '2026-03-26', '2026-04-01', '2026-04-02'],
    // 1, 2, 6 to 8 April.
    ['Wednesday 1 April over Good Friday', '2026-04-01', '2026-04-08', '2026-04-09'],
    // 30, 31 March, 1, 2, 6 April.
    ['Saturday 28 March', '2026-03-28', '2026-04-06', '2026-04-07'],
    // 11, 12, 16 to 18 June.
    ['Thursday 11 June over 15 June', '2026-06-11', '2026-06-18', '2026-06-19'],
    // 15 to 17, 20, 21 July.
    ['23:30 UTC on 14 July, which is Wednesday 15', '2026-07-14T23:30Z', '2026-07-21', '2026-07-22'],
    // 26 to 30 October.
    ['01:30 on the Sunday when the clocks go back', '2026-10-25T01:30+01:00', '2026-10-30', '2026-10-31'],
  ])('from %s', (_, when, due, dayAfter) => {
    expect(given(received(when), responded(due)).days(id)).toEqual([`${due}: 1/1`]);
    expect(given(received(when), responded(dayAfter)).days(id)).toEqual([`${dayAfter}: 0/1`]);
    expect(given(received(when)).days(id, due)).toEqual([]);
    expect(given(received(when)).days(id, dayAfter)).toEqual([`${dayAfter}: 0/1`]);
  });
});

describe('an answer at stage 1', () => {
  it('counts in sequence: one before the complaint is ignored, the next one counts', () => {
    expect(complaint(responded('2026-03-25')).days(id)).toEqual(['2026-04-02: 0/1']);
    expect(complaint(responded('2026-03-25'), responded('2026-03-31')).days(id)).toEqual(['2026-03-31: 1/1']);
  });

  it('is not one at stage 2, nor an acknowledgement', () => {
    expect(complaint(responded('2026-03-30', 2)).days(id)).toEqual(['2026-04-02: 0/1']);
    expect(complaint(fact('complaint.acknowledged', '2026-03-30', { stage: 1 })).days(id)).toEqual(['2026-04-02: 0/1']);
  });

  it('recorded late leaves the complaint missed until it is known', () => {
    const late = complaint(recordedOn('2026-05-01', responded('2026-04-01')));
    expect(late.days(id, '2026-04-30')).toEqual(['2026-04-02: 0/1']);
    expect(late.days(id, '2026-05-01')).toEqual(['2026-04-01: 1/1']);
  });
});

describe.each([
  ['escalated', escalated],
  ['withdrawn', withdrawn],
])('a complaint %s', (_, left) => {
  it('on or before due and before a response is not counted, answered later or not', () => {
    expect(complaint(left('2026-03-27')).days(id)).toEqual([]);
    expect(complaint(left('2026-04-01')).days(id)).toEqual([]);
    expect(complaint(left('2026-03-27'), responded('2026-03-30')).days(id)).toEqual([]);
    expect(complaint(left('2026-03-27'), responded('2026-05-01')).days(id)).toEqual([]);
  });

  it('after due was missed', () => {
    expect(complaint(left('2026-04-02')).days(id)).toEqual(['2026-04-02: 0/1']);
    expect(complaint(left('2026-04-01T23:30Z')).days(id)).toEqual(['2026-04-02: 0/1']);
  });

  it('after a response is counted by that', () => {
    expect(complaint(responded('2026-03-30'), left('2026-03-31')).days(id)).toEqual(['2026-03-30: 1/1']);
    expect(complaint(responded('2026-04-07'), left('2026-04-08')).days(id)).toEqual(['2026-04-02: 0/1']);
  });

  it('is missed until that is known', () => {
    const late = complaint(recordedOn('2026-05-01', left('2026-03-30')));
    expect(late.days(id, '2026-04-30')).toEqual(['2026-04-02: 0/1']);
    expect(late.days(id, '2026-05-01')).toEqual([]);
  });

  it('before it was received was not: that is out of sequence', () => {
    expect(complaint(left('2026-03-25')).days(id)).toEqual(['2026-04-02: 0/1']);
    expect(complaint(left('2026-03-25'), left('2026-03-30')).days(id)).toEqual([]);
  });
});

describe('stage 1', () => {
  it('is not gone through by what is received at stage 2', () => {
    expect(given(received('2026-03-26', 2), responded('2026-03-27')).days(id)).toEqual([]);
  });

  it('has its rows under the dimensions of the complaint', () => {
    const told = fact('complaint.received', '2026-03-26', { stage: 1, reason: 'staff-conduct', benefit: 'CDP' });
    expect(given(told).ask(id, { from: '2026-04', by: ['benefit', 'reason'] })).toMatchObject([
      { dimensions: { benefit: 'CDP', reason: 'staff-conduct' }, value: 0, denominator: 1, target: 1 },
    ]);
  });
});
