import { describe, expect, it } from '@jest/globals';
import { corrected, fact, given, received, recordedOn, type Scenario, type Told } from '../measure.testkit.js';

const id = 'payments-on-time';

const promised = (when: string, due: string, ref = 'p1'): Told =>
  fact('payment.promised', when, { ref, due, amountPence: 10_000 });
const issued = (when: string, ref = 'p1'): Told => fact('payment.issued', when, { ref, amountPence: 10_000 });

const promise = promised('2026-04-01', '2026-04-15');
const claim = (...facts: readonly Told[]): Scenario => given(received('2026-01-05'), ...facts);

describe('a payment promised for 15 April', () => {
  it.each([
    ['issued before is met on that day', '2026-04-14', '2026-04-14: 1/1'],
    ['issued on the day is met', '2026-04-15', '2026-04-15: 1/1'],
    ['issued at 23:59 local is met', '2026-04-15T22:59Z', '2026-04-15: 1/1'],
    ['issued at 23:30 UTC, 16 April, is missed', '2026-04-15T23:30Z', '2026-04-16: 0/1'],
    ['issued later is missed on the day after due', '2026-05-20', '2026-04-16: 0/1'],
  ])('%s', (_, when, expected) => {
    expect(claim(promise, issued(when)).days(id)).toEqual([expected]);
  });

  it('and never issued is missed from the day after on', () => {
    expect(claim(promise).days(id, '2026-04-15')).toEqual([]);
    expect(claim(promise).days(id, '2026-04-16')).toEqual(['2026-04-16: 0/1']);
  });

  it('and issued before it was promised waits for the next in sequence', () => {
    expect(claim(promise, issued('2026-03-31')).days(id)).toEqual(['2026-04-16: 0/1']);
    expect(claim(promise, issued('2026-03-31'), issued('2026-04-10')).days(id)).toEqual(['2026-04-10: 1/1']);
  });

  it('is missed until the payment is known', () => {
    const late = claim(promise, recordedOn('2026-05-01', issued('2026-04-15')));
    expect(late.days(id, '2026-04-30')).toEqual(['2026-04-16: 0/1']);
    expect(late.days(id, '2026-05-01')).toEqual(['2026-04-15: 1/1']);
  });

  it('by mistake, and in truth for 15 May, is due then', () => {
    const restated = corrected(promise, '2026-05-01', { data: { ref: 'p1', due: '2026-05-15', amountPence: 10_000 } });
    expect(claim(promise, restated).days(id, '2026-04-30')).toEqual(['2026-04-16: 0/1']);
    expect(claim(promise, restated).days(id, '2026-05-15')).toEqual([]);
    expect(claim(promise, restated).days(id, '2026-05-16')).toEqual(['2026-05-16: 0/1']);
  });
});

describe('payments', () => {
  it('are due on the day promised, be it a Sunday or a holiday', () => {
    expect(claim(promised('2026-03-01', '2026-04-03')).days(id)).toEqual(['2026-04-04: 0/1']);
    expect(claim(promised('2026-03-01', '2026-04-05')).days(id)).toEqual(['2026-04-06: 0/1']);
    expect(claim(promised('2026-03-01', '2026-04-05'), issued('2026-04-06')).days(id)).toEqual(['2026-04-06: 0/1']);
  });

  it('promised for a day already past were missed on the day after it', () => {
    expect(claim(promised('2026-04-12', '2026-04-10'), issued('2026-04-12')).days(id)).toEqual(['2026-04-11: 0/1']);
  });

  it('without a promise are not counted, until that comes', () => {
    expect(claim(issued('2026-04-10')).days(id)).toEqual([]);
    const late = claim(issued('2026-04-10'), recordedOn('2026-05-01', promise));
    expect(late.days(id, '2026-04-30')).toEqual([]);
    expect(late.days(id, '2026-05-01')).toEqual(['2026-04-10: 1/1']);
  });

  it('of one claim each count, by ref; of several promises of one ref the earliest', () => {
    expect(claim(promise, promised('2026-04-01', '2026-06-30', 'p2'), issued('2026-06-30', 'p2')).days(id)).toEqual([
      '2026-04-16: 0/1',
      '2026-06-30: 1/1',
    ]);
    expect(claim(promised('2026-04-02', '2026-06-30'), promise).days(id)).toEqual(['2026-04-16: 0/1']);
  });

  it('have a due date that needs no holiday calendar: 2029 lies beyond it', () => {
    const paid = claim(promised('2028-12-01', '2029-02-15'), issued('2029-02-15'));
    expect(paid.values(id, { from: '2029-02', asOf: '2029-02-28' })).toEqual([1]);
    const unpaid = claim(promised('2028-12-01', '2029-02-15'));
    expect(unpaid.ask(id, { from: '2029-02', asOf: '2029-02-28' })).toMatchObject([{ value: 0, status: ['p'] }]);
  });
});
