import { describe, expect, it } from '@jest/globals';
import type { Benefit } from '../../events/codes.fact.js';
import { WorkingCalendar } from '../../calendars/working-days.calendar.js';
import { dayOf } from '../../calendars/local-date.calendar.js';
import { fact, given, received, recordedOn, type Scenario, type Told } from '../measure.testkit.js';

const id = 'redetermination-notices';

const requested = (when: string, late = false): Told => fact('redetermination.requested', when, { ref: 'r1', late });
const accepted = (when: string): Told => fact('redetermination.accepted-late', when, { ref: 'r1' });
const notified = (when: string, ref = 'r1'): Told => fact('redetermination.overdue-notified', when, { ref });
const redecided = (when: string): Told => fact('redetermination.decided', when, { ref: 'r1', outcome: 'disallowed' });
const takenBack = (when: string): Told => fact('redetermination.withdrawn', when, { ref: 'r1' });

function claimOf(benefit: Benefit, ...facts: readonly Told[]): Scenario {
  return given(received('2026-01-05', { benefit }), ...facts);
}

/** Due 26 May: 56 days, of which 1 April is the first. */
const request = requested('2026-04-01');

describe('a notice of an overdue redetermination', () => {
  it('is owed from the day after due, and not before, even within a period that contains it', () => {
    expect(claimOf('ADP', request).days(id, '2026-05-26')).toEqual([]);
    expect(claimOf('ADP', request).values(id, { from: '2026-05', asOf: '2026-05-26' })).toEqual([null]);
    expect(claimOf('ADP', request).days(id, '2026-05-27')).toEqual(['2026-05-27: 0/1']);
  });

  it('is not owed where the limit was met, or the request withdrawn in time', () => {
    expect(claimOf('ADP', request, redecided('2026-05-26')).days(id)).toEqual([]);
    expect(claimOf('ADP', request, takenBack('2026-05-26')).days(id)).toEqual([]);
  });

  it('is owed where it was decided or withdrawn late, on the day after due', () => {
    expect(claimOf('ADP', request, redecided('2026-05-27')).days(id)).toEqual(['2026-05-27: 0/1']);
    expect(claimOf('ADP', request, takenBack('2026-05-27'), notified('2026-05-28')).days(id)).toEqual([
      '2026-05-27: 1/1',
    ]);
  });

  it.each(['2026-05-28', '2026-08-01', '2026-05-02', '2026-03-31'])(
    'given on %s counts: a notice is never out of sequence',
    (when) => {
      expect(claimOf('ADP', request, notified(when)).days(id)).toEqual(['2026-05-27: 1/1']);
    },
  );

  it('given twice is one, and counts from the day on which it is known', () => {
    const claim = claimOf('ADP', request, notified('2026-05-28'), recordedOn('2026-07-01', notified('2026-05-29')));
    expect(claim.days(id, '2026-05-27')).toEqual(['2026-05-27: 0/1']);
    expect(claim.days(id, '2026-05-28')).toEqual(['2026-05-27: 1/1']);
    expect(claim.days(id)).toEqual(['2026-05-27: 1/1']);
  });

  it('of another ref, or of none, says nothing', () => {
    expect(claimOf('ADP', request, notified('2026-05-28', 'r2')).days(id)).toEqual(['2026-05-27: 0/1']);
    expect(claimOf('ADP', notified('2026-05-28')).days(id)).toEqual([]);
    expect(given(request, notified('2026-05-28')).days(id)).toEqual([]);
  });

  it('of a late request is owed only once that is accepted: 1 June, due 26 July', () => {
    expect(claimOf('ADP', requested('2026-04-01', true), notified('2026-05-28')).days(id)).toEqual([]);
    const late = claimOf('ADP', requested('2026-04-01', true), accepted('2026-06-01'), notified('2026-07-28'));
    expect(late.days(id)).toEqual(['2026-07-27: 1/1']);
  });

  it('is not owed for a benefit without a limit', () => {
    expect(claimOf('JSP', request, notified('2026-05-28')).days(id)).toEqual([]);
  });

  it('cannot be told where the limit lies beyond the holiday calendar', () => {
    const calendar = new WorkingCalendar({ from: dayOf(2018, 1, 1), to: dayOf(2026, 4, 10), holidays: [] });
    const claim = claimOf('SCP', request, notified('2026-05-28')).under({ calendar });
    expect(claim.ask(id, { from: '2026-04' })[0]).toMatchObject({ value: null, status: ['x'] });
  });
});
