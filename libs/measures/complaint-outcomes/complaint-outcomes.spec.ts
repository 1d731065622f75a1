import { describe, expect, it } from '@jest/globals';
import type { ComplaintOutcome } from '../../events/codes.fact.js';
import { fact, given, recordedOn, type Told } from '../measure.testkit.js';

const id = 'complaint-outcomes';
const complaint = (when: string, stage: 1 | 2 = 1): Told =>
  fact('complaint.received', when, { stage, reason: 'decision', benefit: 'ADP' });
const responded = (when: string, stage: 1 | 2, outcome: ComplaintOutcome): Told =>
  fact('complaint.responded', when, { stage, outcome });
const escalated = (when: string): Told => fact('complaint.escalated', when, {});

const begun = complaint('2026-04-01');

describe('the outcomes of complaints', () => {
  it('are counted on the day of the latest response, all four by name', () => {
    const cases = given(begun, responded('2026-05-01', 1, 'upheld'))
      .and(begun, responded('2026-05-02', 1, 'partly-upheld'))
      .and(begun, responded('2026-05-03', 1, 'not-upheld'))
      .and(begun, responded('2026-05-31', 1, 'resolved'))
      .and(begun);
    expect(cases.ask(id, { from: '2026-05' })).toMatchObject([
      { value: 4, parts: { upheld: 1, 'partly-upheld': 1, 'not-upheld': 1, resolved: 1 } },
    ]);
  });

  it('are those of the latest of several responses, of either stage', () => {
    const answers = [responded('2026-04-07', 1, 'not-upheld'), responded('2026-04-08', 1, 'resolved')];
    expect(given(begun, ...answers).days(id)).toEqual(['2026-04-08: 1 resolved']);
    const second = [escalated('2026-04-09'), responded('2026-05-01', 2, 'upheld')];
    expect(given(begun, ...answers, ...second).days(id)).toEqual(['2026-05-01: 1 upheld']);
    expect(given(begun, ...second, responded('2026-05-02', 1, 'resolved')).days(id)).toEqual([
      '2026-05-02: 1 resolved',
    ]);
  });

  it('leave out a response before the complaint, and one of stage 2 before what began that', () => {
    expect(given(begun, responded('2026-03-31', 1, 'upheld')).days(id)).toEqual([]);
    const early = responded('2026-04-08', 2, 'upheld');
    expect(given(begun, responded('2026-04-07', 1, 'resolved'), early).days(id)).toEqual(['2026-04-07: 1 resolved']);
    expect(given(begun, responded('2026-04-07', 1, 'resolved'), early, escalated('2026-04-09')).days(id)).toEqual([
      '2026-04-07: 1 resolved',
    ]);
    expect(given(begun, early, escalated('2026-04-08T09:00Z')).days(id)).toEqual(['2026-04-08: 1 upheld']);
  });

  it('of a complaint received at stage 2 need no escalation', () => {
    expect(given(complaint('2026-04-01', 2), responded('2026-04-07', 2, 'upheld')).days(id)).toEqual([
      '2026-04-07: 1 upheld',
    ]);
  });

  it('move when a later response becomes known', () => {
    const later = recordedOn('2026-06-01', responded('2026-04-20', 1, 'upheld'));
    const cases = given(begun, responded('2026-04-07', 1, 'not-upheld'), later);
    expect(cases.days(id, '2026-05-31')).toEqual(['2026-04-07: 1 not-upheld']);
    expect(cases.days(id)).toEqual(['2026-04-20: 1 upheld']);
  });

  it('stand though the complaint was withdrawn, and wait for it', () => {
    const taken = fact('complaint.withdrawn', '2026-04-02', {});
    expect(given(begun, taken, responded('2026-04-07', 1, 'resolved')).days(id)).toEqual(['2026-04-07: 1 resolved']);
    expect(given(responded('2026-04-07', 1, 'resolved')).days(id)).toEqual([]);
  });
});
