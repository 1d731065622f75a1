import { describe, expect, it } from '@jest/globals';
import {
  corrected,
  fact,
  given,
  received,
  recordedOn,
  retracted,
  type Scenario,
  type Told,
} from '../measure.testkit.js';

const id = 'payments-right-amount';

const promised = (when: string, amountPence: number, ref = 'p1'): Told =>
  fact('payment.promised', when, { ref, due: '2026-04-15', amountPence });
const issued = (when: string, amountPence: number, ref = 'p1'): Told =>
  fact('payment.issued', when, { ref, amountPence });
const putRight = (when: string): Told => fact('payment.corrected', when, { ref: 'p1', amountPence: 10_001 });

const promise = promised('2026-04-01', 10_000);
const claim = (...facts: readonly Told[]): Scenario => given(received('2026-01-05'), ...facts);

describe('the amount of a payment', () => {
  it('is right when it equals the promise to the penny, on the day it was issued', () => {
    expect(claim(promise, issued('2026-04-20', 10_000)).days(id)).toEqual(['2026-04-20: 1/1']);
    expect(claim(promise, issued('2026-04-20', 9_999)).days(id)).toEqual(['2026-04-20: 0/1']);
    expect(claim(promise, issued('2026-04-20', 10_001)).days(id)).toEqual(['2026-04-20: 0/1']);
    expect(claim(promised('2026-04-01', 0), issued('2026-04-20', 0)).days(id)).toEqual(['2026-04-20: 1/1']);
  });

  it('was not right when the payment was corrected, whenever that was', () => {
    expect(claim(promise, issued('2026-04-20', 10_000), putRight('2026-06-01')).days(id, '2026-05-31')).toEqual([
      '2026-04-20: 1/1',
    ]);
    expect(claim(promise, issued('2026-04-20', 10_000), putRight('2026-06-01')).days(id)).toEqual(['2026-04-20: 0/1']);
    expect(claim(promise, issued('2026-04-20', 10_000), putRight('2026-03-01')).days(id)).toEqual(['2026-04-20: 0/1']);
  });

  it('is not judged without a promise, nor before it is issued', () => {
    expect(claim(issued('2026-04-20', 10_000)).days(id)).toEqual([]);
    expect(claim(promise, putRight('2026-06-01')).days(id)).toEqual([]);
    expect(claim(promise, issued('2026-03-31', 10_000)).days(id)).toEqual([]);
  });

  it('is that of the first issue in sequence', () => {
    const issues = [issued('2026-03-31', 10_000), issued('2026-04-20', 9_000), issued('2026-04-21', 10_000)];
    expect(claim(promise, ...issues).days(id)).toEqual(['2026-04-20: 0/1']);
  });

  it('is compared with the promise as it is known', () => {
    const payment = issued('2026-04-20', 12_000);
    const restated = corrected(promise, '2026-05-01', { data: { ref: 'p1', due: '2026-04-15', amountPence: 12_000 } });
    expect(claim(promise, payment, restated).days(id, '2026-04-30')).toEqual(['2026-04-20: 0/1']);
    expect(claim(promise, payment, restated).days(id)).toEqual(['2026-04-20: 1/1']);
  });

  it('is right again when the correction turns out never to have been', () => {
    const [payment, correction] = [issued('2026-04-20', 10_000), putRight('2026-05-01')];
    const claimOfOne = claim(promise, payment, correction, retracted(correction, '2026-06-01'));
    expect(claimOfOne.days(id, '2026-05-31')).toEqual(['2026-04-20: 0/1']);
    expect(claimOfOne.days(id)).toEqual(['2026-04-20: 1/1']);
  });

  it('is judged payment by payment', () => {
    const second = [promised('2026-04-01', 500, 'p2'), issued('2026-04-20', 500, 'p2')];
    const late = recordedOn('2026-05-01', issued('2026-04-20', 9_999));
    expect(claim(promise, late, ...second).days(id, '2026-04-30')).toEqual(['2026-04-20: 1/1']);
    expect(claim(promise, late, ...second).days(id)).toEqual(['2026-04-20: 1/2']);
  });
});
