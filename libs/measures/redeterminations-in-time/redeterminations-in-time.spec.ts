import { describe, expect, it } from '@jest/globals';
import type { Benefit } from '../../events/codes.fact.js';
import { decided, fact, given, received, recordedOn, type Scenario, type Told } from '../measure.testkit.js';

const id = 'redeterminations-in-time';

const requested = (when: string, late?: boolean, ref = 'r1'): Told =>
  fact('redetermination.requested', when, { ref, ...(late === undefined ? {} : { late }) });
const accepted = (when: string): Told => fact('redetermination.accepted-late', when, { ref: 'r1' });
const redecided = (when: string, ref = 'r1'): Told =>
  fact('redetermination.decided', when, { ref, outcome: 'disallowed' });
const takenBack = (when: string): Told => fact('redetermination.withdrawn', when, { ref: 'r1' });

/** A claim decided in January, with what followed. */
function claimOf(benefit: Benefit, ...facts: readonly Told[]): Scenario {
  return given(received('2026-01-05', { benefit }), decided('2026-01-20'), ...facts);
}

describe('56 calendar days, of which the day requested is the first', () => {
  /** Due 26 May: 30 days in April, 26 in May. */
  const request = requested('2026-04-01');

  it.each(['ADP', 'CDP', 'CSP', 'PADP'] as const)('are the limit for %s', (benefit) => {
    expect(claimOf(benefit, request, redecided('2026-05-26')).days(id)).toEqual(['2026-05-26: 1/1']);
    expect(claimOf(benefit, request, redecided('2026-05-27')).days(id)).toEqual(['2026-05-27: 0/1']);
  });

  it('have passed on the day after due, and not before, when nothing happens', () => {
    expect(claimOf('ADP', request).days(id, '2026-05-26')).toEqual([]);
    expect(claimOf('ADP', request).days(id, '2026-05-27')).toEqual(['2026-05-27: 0/1']);
    expect(claimOf('ADP', request, redecided('2026-08-01')).days(id)).toEqual(['2026-05-27: 0/1']);
  });

  it('run over weekends, holidays and changes of the clock alike', () => {
    // 31 days in October, 25 in November, which is a Wednesday.
    expect(claimOf('ADP', requested('2026-10-01T00:30+01:00')).days(id)).toEqual(['2026-11-26: 0/1']);
    // 23:30 UTC on 31 March is 1 April; 00:30 on Sunday 29 March is 29 March, with 3 days in March, 30 in April, 23 in May.
    expect(claimOf('ADP', requested('2026-03-31T23:30Z')).days(id)).toEqual(['2026-05-27: 0/1']);
    expect(claimOf('ADP', requested('2026-03-29T00:30+00:00')).days(id)).toEqual(['2026-05-24: 0/1']);
  });
});

describe('16 working days, of which the day requested is the first if it is one', () => {
  it.each([
    // 26, 27, 30, 31 March, 1, 2, 6 to 10, 13 to 17 April.
    ['Thursday 26 March over Good Friday', '2026-03-26', '2026-04-17', '2026-04-18'],
    // 30, 31 March, 1, 2, 6 to 10, 13 to 17, 20, 21 April.
    ['Saturday 28 March', '2026-03-28', '2026-04-21', '2026-04-22'],
    // 6 to 10, 13 to 17, 20 to 24, 27 April.
    ['Good Friday itself', '2026-04-03', '2026-04-27', '2026-04-28'],
    // 1 to 5, 8 to 12, 16 to 19, 22, 23 June.
    ['Monday 1 June over 15 June', '2026-06-01', '2026-06-23', '2026-06-24'],
    // 26 to 30 October, 2 to 6, 9 to 13, 16 November.
    ['01:30 on the Sunday when the clocks go back', '2026-10-25T01:30+00:00', '2026-11-16', '2026-11-17'],
  ])('from %s', (_, when, due, dayAfter) => {
    expect(claimOf('SCP', requested(when)).days(id)).toEqual([`${dayAfter}: 0/1`]);
    expect(claimOf('SCP', requested(when), redecided(due)).days(id)).toEqual([`${due}: 1/1`]);
  });
});

describe('no limit', () => {
  it.each(['JSP', 'BSF'] as const)('is set for %s, so that nothing is counted', (benefit) => {
    expect(claimOf(benefit, requested('2026-04-01')).days(id)).toEqual([]);
    expect(claimOf(benefit, requested('2026-04-01'), redecided('2026-04-02')).days(id)).toEqual([]);
  });
});

describe('a late request', () => {
  it('does not run until it is accepted', () => {
    expect(claimOf('ADP', requested('2026-04-01', true)).days(id)).toEqual([]);
    expect(claimOf('ADP', requested('2026-04-01', true), redecided('2026-05-01')).days(id)).toEqual([]);
  });

  it('runs from its acceptance: 1 June, due 26 July', () => {
    const request = [requested('2026-04-01', true), accepted('2026-06-01')];
    expect(claimOf('ADP', ...request).days(id)).toEqual(['2026-07-27: 0/1']);
    expect(claimOf('ADP', ...request, redecided('2026-07-26')).days(id)).toEqual(['2026-07-26: 1/1']);
    expect(claimOf('ADP', ...request).days(id, '2026-07-26')).toEqual([]);
  });

  it('runs from the first of several acceptances, whenever that was: none is out of sequence', () => {
    const request = [requested('2026-04-01', true), accepted('2026-06-01'), accepted('2026-03-31')];
    expect(claimOf('ADP', ...request).days(id)).toEqual(['2026-05-26: 0/1']);
  });

  it('decided before it was accepted is met', () => {
    expect(
      claimOf('ADP', requested('2026-04-01', true), redecided('2026-05-01'), accepted('2026-06-01')).days(id),
    ).toEqual(['2026-05-01: 1/1']);
  });

  it('that was not late runs from the request, accepted or not', () => {
    expect(claimOf('ADP', requested('2026-04-01', false), accepted('2026-06-01')).days(id)).toEqual([
      '2026-05-27: 0/1',
    ]);
    expect(claimOf('ADP', requested('2026-04-01'), accepted('2026-06-01')).days(id)).toEqual(['2026-05-27: 0/1']);
  });
});

describe('a request that is withdrawn', () => {
  const request = requested('2026-04-01');

  it('on or before due and before any decision is not counted', () => {
    expect(claimOf('ADP', request, takenBack('2026-05-26')).days(id)).toEqual([]);
    expect(claimOf('ADP', request, takenBack('2026-04-10'), redecided('2026-05-01')).days(id)).toEqual([]);
    expect(claimOf('ADP', request, takenBack('2026-04-10'), redecided('2026-06-30')).days(id)).toEqual([]);
  });

  it('after due was missed', () => {
    expect(claimOf('ADP', request, takenBack('2026-05-27')).days(id)).toEqual(['2026-05-27: 0/1']);
    expect(claimOf('ADP', request, takenBack('2026-05-26T23:30Z')).days(id)).toEqual(['2026-05-27: 0/1']);
  });

  it('after its decision counts by that', () => {
    expect(claimOf('ADP', request, redecided('2026-05-01'), takenBack('2026-05-02')).days(id)).toEqual([
      '2026-05-01: 1/1',
    ]);
  });

  it('is missed until the withdrawal is known', () => {
    const claim = claimOf('ADP', request, recordedOn('2026-06-10', takenBack('2026-05-20')));
    expect(claim.days(id, '2026-06-09')).toEqual(['2026-05-27: 0/1']);
    expect(claim.days(id, '2026-06-10')).toEqual([]);
  });
});

describe('redeterminations', () => {
  it('ignore what is out of sequence; the next in sequence counts', () => {
    const request = requested('2026-04-01');
    expect(claimOf('ADP', request, redecided('2026-03-31')).days(id)).toEqual(['2026-05-27: 0/1']);
    expect(claimOf('ADP', request, redecided('2026-03-31'), redecided('2026-05-01')).days(id)).toEqual([
      '2026-05-01: 1/1',
    ]);
    expect(claimOf('ADP', request, takenBack('2026-03-31')).days(id)).toEqual(['2026-05-27: 0/1']);
  });

  it('of one claim each count, by ref; facts of another ref do not end them', () => {
    const claim = claimOf(
      'ADP',
      requested('2026-04-01'),
      requested('2026-06-01', false, 'r2'),
      redecided('2026-07-01', 'r2'),
    );
    expect(claim.days(id)).toEqual(['2026-05-27: 0/1', '2026-07-01: 1/1']);
  });

  it('of one ref count once, from the earliest request', () => {
    expect(claimOf('ADP', requested('2026-04-10'), requested('2026-04-01')).days(id)).toEqual(['2026-05-27: 0/1']);
  });

  it('carry the dimensions of their claim', () => {
    const cases = claimOf('ADP', requested('2026-04-01')).and(
      received('2026-01-05', { benefit: 'SCP', channel: 'paper' }),
      requested('2026-03-26'),
      redecided('2026-04-01'),
    );
    expect(cases.ask(id, { from: '2026-27-Q1', by: ['benefit', 'channel'] })).toMatchObject([
      { dimensions: { benefit: 'ADP', channel: 'online' }, numerator: 0, denominator: 1, target: 1 },
      { dimensions: { benefit: 'SCP', channel: 'paper' }, numerator: 1, denominator: 1, target: 1 },
    ]);
  });

  it('wait for the application of their claim', () => {
    expect(given(requested('2026-04-01'), redecided('2026-05-01')).days(id)).toEqual([]);
  });
});
