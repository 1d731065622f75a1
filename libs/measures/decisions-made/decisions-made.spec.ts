import { describe, expect, it } from '@jest/globals';
import { decided, given, received, recordedOn, withdrawn } from '../measure.testkit.js';

const id = 'decisions-made';

describe('decisions made', () => {
  it('count a claim once, on the date of its first decision, whatever that was', () => {
    const claim = given(received('2026-04-01'), decided('2026-04-20', 'denied'), decided('2026-05-20'));
    expect(claim.days(id)).toEqual(['2026-04-20: 1']);
  });

  it('count a claim that was withdrawn first on the date of its decision all the same', () => {
    expect(given(received('2026-04-01'), withdrawn('2026-04-10'), decided('2026-04-20')).days(id)).toEqual([
      '2026-04-20: 1',
    ]);
  });

  it('do not count a claim that was only withdrawn', () => {
    expect(given(received('2026-04-01'), withdrawn('2026-04-10')).days(id)).toEqual([]);
  });

  it('ignore a decision before the application, and count the next in sequence', () => {
    const claim = given(received('2026-04-01'), decided('2026-03-31'), decided('2026-04-20'));
    expect(claim.days(id)).toEqual(['2026-04-20: 1']);
    expect(given(received('2026-04-01'), decided('2026-03-31')).days(id)).toEqual([]);
  });

  it('compare times exactly: a tenth of a microsecond before is out of sequence, the same instant is not', () => {
    const claim = received('2026-04-01T10:00:00.0000002Z');
    expect(given(claim, decided('2026-04-01T10:00:00.0000001Z')).days(id)).toEqual([]);
    expect(given(claim, decided('2026-04-01T11:00:00.0000002+01:00')).days(id)).toEqual(['2026-04-01: 1']);
  });

  it('move when an earlier decision becomes known', () => {
    const claim = given(
      received('2026-04-01'),
      decided('2026-04-20'),
      recordedOn('2026-05-05', decided('2026-04-10', 'denied')),
    );
    expect(claim.days(id, '2026-05-04')).toEqual(['2026-04-20: 1']);
    expect(claim.days(id, '2026-05-05')).toEqual(['2026-04-10: 1']);
  });
});
