import { describe, expect, it } from '@jest/globals';
import { decided, fact, given, received, recordedOn, withdrawn, type Told } from '../measure.testkit.js';

const id = 'right-first-time';

const requested = (when: string, ref = 'r1'): Told => fact('redetermination.requested', when, { ref });
const redecided = (when: string, outcome: 'allowed' | 'partly-allowed' | 'disallowed', ref = 'r1'): Told =>
  fact('redetermination.decided', when, { ref, outcome });
const lodged = (when: string): Told => fact('appeal.lodged', when, { ref: 'a1' });
const ruled = (when: string, outcome: 'upheld' | 'partly-upheld' | 'dismissed' | 'withdrawn'): Told =>
  fact('appeal.decided', when, { ref: 'a1', outcome });

const claim = [received('2026-04-01'), decided('2026-04-20', 'denied')] as const;
const [right, wrong] = [['2026-04-20: 1/1'], ['2026-04-20: 0/1']];

describe('a decision', () => {
  it('is right first time when nothing changes it, and is counted on its own date', () => {
    expect(given(...claim).days(id)).toEqual(right);
    expect(given(...claim, requested('2026-05-01')).days(id)).toEqual(right);
    expect(given(received('2026-04-01')).days(id)).toEqual([]);
  });

  it.each([
    ['allowed', wrong],
    ['partly-allowed', wrong],
    ['disallowed', right],
  ] as const)('whose redetermination is %s', (outcome, expected) => {
    expect(given(...claim, requested('2026-05-01'), redecided('2026-06-01', outcome)).days(id)).toEqual(expected);
  });

  it.each([
    ['upheld', wrong],
    ['partly-upheld', wrong],
    ['dismissed', right],
    ['withdrawn', right],
  ] as const)('whose appeal is %s', (outcome, expected) => {
    expect(given(...claim, lodged('2026-05-01'), ruled('2026-06-01', outcome)).days(id)).toEqual(expected);
  });

  it('changed twice is one decision', () => {
    const changed = [requested('2026-05-01'), redecided('2026-06-01', 'allowed'), lodged('2026-06-02')];
    expect(given(...claim, ...changed, ruled('2026-07-01', 'upheld')).days(id)).toEqual(wrong);
  });

  it('is changed by any of its redeterminations', () => {
    const second = [requested('2026-06-02', 'r2'), redecided('2026-07-01', 'partly-allowed', 'r2')];
    expect(given(...claim, requested('2026-05-01'), redecided('2026-06-01', 'disallowed'), ...second).days(id)).toEqual(
      wrong,
    );
  });

  it('is changed by what waits for its beginning, once that has come', () => {
    const begun = recordedOn('2026-07-10', requested('2026-05-01'));
    const waiting = given(...claim, redecided('2026-06-01', 'allowed'), begun);
    expect(waiting.days(id, '2026-07-09')).toEqual(right);
    expect(waiting.days(id, '2026-07-10')).toEqual(wrong);
    expect(given(...claim, ruled('2026-06-01', 'upheld')).days(id)).toEqual(right);
  });

  it('is not changed by what is out of sequence; the next in sequence counts', () => {
    const early = [requested('2026-05-02'), redecided('2026-05-01', 'allowed')];
    expect(given(...claim, ...early).days(id)).toEqual(right);
    expect(given(...claim, ...early, redecided('2026-06-01', 'disallowed')).days(id)).toEqual(right);
    expect(given(...claim, ...early, redecided('2026-06-01', 'allowed')).days(id)).toEqual(wrong);
    expect(given(...claim, lodged('2026-05-02'), ruled('2026-05-01', 'upheld')).days(id)).toEqual(right);
  });

  it('is judged by the first decision on a request, not by a second', () => {
    const twice = [redecided('2026-06-01', 'disallowed'), redecided('2026-06-02', 'allowed')];
    expect(given(...claim, requested('2026-05-01'), ...twice).days(id)).toEqual(right);
  });

  it('is changed by a request that was withdrawn and allowed all the same', () => {
    const taken = fact('redetermination.withdrawn', '2026-05-10', { ref: 'r1' });
    expect(given(...claim, requested('2026-05-01'), taken, redecided('2026-06-01', 'allowed')).days(id)).toEqual(wrong);
  });

  it('counts on its date where the claim had been withdrawn before it', () => {
    expect(given(received('2026-04-01'), withdrawn('2026-04-10'), decided('2026-04-20')).days(id)).toEqual(right);
  });

  it('is right until a change of it is known', () => {
    const changed = given(...claim, requested('2026-05-01'), redecided('2026-08-01', 'allowed'));
    expect(changed.days(id, '2026-07-31')).toEqual(right);
    expect(changed.days(id, '2026-08-01')).toEqual(wrong);
  });
});

describe('the figure of a month', () => {
  it('is provisional for 180 days: 30 April + 31 + 30 + 31 + 31 + 30 + 27 days = 27 October', () => {
    const status = (asOf: string): unknown => given(...claim).ask(id, { from: '2026-04', asOf })[0]?.status;
    expect(status('2026-10-26')).toEqual(['p']);
    expect(status('2026-10-27')).toEqual([]);
  });
});
