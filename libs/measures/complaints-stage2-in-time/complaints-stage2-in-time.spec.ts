import { describe, expect, it } from '@jest/globals';
import { corrected, fact, given, recordedOn, type Scenario, type Told } from '../measure.testkit.js';

const id = 'complaints-stage2-in-time';

const received = (when: string, stage: 1 | 2 = 1): Told =>
  fact('complaint.received', when, { stage, reason: 'policy' });
const responded = (when: string, stage: 1 | 2 = 2): Told =>
  fact('complaint.responded', when, { stage, outcome: 'upheld' });
const escalated = (when: string): Told => fact('complaint.escalated', when, {});
const withdrawn = (when: string): Told => fact('complaint.withdrawn', when, {});

/** Received on 26 March, escalated on Wed 1 April: due Wed 29 April, as below. */
const complaint = (...facts: readonly Told[]): Scenario =>
  given(received('2026-03-26'), escalated('2026-04-01'), ...facts);

describe('20 working days, of which the day it began is the first if it is one', () => {
  it.each([
    // 1, 2, 6 to 10, 13 to 17, 20 to 24, 27 to 29 April.
    ['Wednesday 1 April over Good Friday', '2026-04-01', '2026-04-29', '2026-04-30'],
    // 6 to 10, 13 to 17, 20 to 24, 27 April to 1 May.
    ['Sunday 5 April', '2026-04-05', '2026-05-01', '2026-05-02'],
    // 1 to 5, 8 to 12, 16 to 19, 22 to 26, 29 June.
    ['Monday 1 June over 15 June', '2026-06-01', '2026-06-29', '2026-06-30'],
  ])('from %s', (_, when, due, dayAfter) => {
    const begun = [[received('2026-03-26'), escalated(when)], [received(when, 2)]];
    for (const facts of begun) {
      expect(given(...facts, responded(due)).days(id)).toEqual([`${due}: 1/1`]);
      expect(given(...facts, responded(dayAfter)).days(id)).toEqual([`${dayAfter}: 0/1`]);
      expect(given(...facts).days(id, due)).toEqual([]);
      expect(given(...facts).days(id, dayAfter)).toEqual([`${dayAfter}: 0/1`]);
    }
  });
});

describe('stage 2', () => {
  it('is not reached without an escalation, nor by one before the complaint', () => {
    expect(given(received('2026-03-26')).days(id)).toEqual([]);
    expect(given(received('2026-03-26'), responded('2026-04-10')).days(id)).toEqual([]);
    expect(given(received('2026-03-26'), escalated('2026-03-25')).days(id)).toEqual([]);
    expect(given(received('2026-03-26'), escalated('2026-03-25'), escalated('2026-04-01')).days(id)).toEqual([
      '2026-04-30: 0/1',
    ]);
  });

  it('runs from the first escalation, and from receipt where that was at stage 2', () => {
    expect(complaint(escalated('2026-04-20')).days(id)).toEqual(['2026-04-30: 0/1']);
    expect(given(received('2026-04-01', 2), escalated('2026-04-20')).days(id)).toEqual(['2026-04-30: 0/1']);
  });

  it('ends with a response at stage 2 in sequence, not with one at stage 1', () => {
    expect(complaint(responded('2026-04-10', 1)).days(id)).toEqual(['2026-04-30: 0/1']);
    expect(complaint(responded('2026-03-31')).days(id)).toEqual(['2026-04-30: 0/1']);
    expect(complaint(responded('2026-03-31'), responded('2026-04-10')).days(id)).toEqual(['2026-04-10: 1/1']);
  });

  it('withdrawn on or before due and before a response is not counted, after it missed', () => {
    expect(complaint(withdrawn('2026-04-29')).days(id)).toEqual([]);
    expect(complaint(withdrawn('2026-04-29'), responded('2026-05-10')).days(id)).toEqual([]);
    expect(complaint(withdrawn('2026-04-30')).days(id)).toEqual(['2026-04-30: 0/1']);
    expect(complaint(responded('2026-04-10'), withdrawn('2026-04-11')).days(id)).toEqual(['2026-04-10: 1/1']);
  });

  it('is not left by a withdrawal before it began: that is out of sequence', () => {
    expect(complaint(withdrawn('2026-03-31')).days(id)).toEqual(['2026-04-30: 0/1']);
    expect(complaint(withdrawn('2026-03-31'), withdrawn('2026-04-10')).days(id)).toEqual([]);
  });

  it('is left by a withdrawal even where a response at stage 1 came between', () => {
    expect(complaint(responded('2026-04-02', 1), withdrawn('2026-04-10')).days(id)).toEqual([]);
  });

  it('moves when an earlier escalation becomes known: 27, 30, 31 March, 1, 2, 6 to 10, 13 to 17, 20 to 24 April', () => {
    const earlier = complaint(recordedOn('2026-06-01', escalated('2026-03-27')));
    expect(earlier.days(id, '2026-05-31')).toEqual(['2026-04-30: 0/1']);
    expect(earlier.days(id, '2026-06-01')).toEqual(['2026-04-25: 0/1']);
  });

  it('is what a complaint turns out to have been received at', () => {
    const told = received('2026-04-01');
    const restated = corrected(told, '2026-05-10', { data: { stage: 2, reason: 'policy' } });
    expect(given(told, restated).days('complaints-stage1-in-time', '2026-05-09')).toEqual(['2026-04-09: 0/1']);
    expect(given(told, restated).days('complaints-stage1-in-time')).toEqual([]);
    expect(given(told, restated).days(id, '2026-05-09')).toEqual([]);
    expect(given(told, restated).days(id)).toEqual(['2026-04-30: 0/1']);
  });
});
