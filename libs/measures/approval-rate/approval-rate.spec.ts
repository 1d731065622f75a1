import { describe, expect, it } from '@jest/globals';
import { decided, given, received, withdrawn } from '../measure.testkit.js';

const id = 'approval-rate';

describe('the approval rate', () => {
  it('is authorised ÷ processed: one of an authorised, a denied and a withdrawn claim; an open one is not counted', () => {
    const cases = given(received('2026-04-01'), decided('2026-04-20'))
      .and(received('2026-04-02'), decided('2026-04-21', 'denied'))
      .and(received('2026-04-03'), withdrawn('2026-04-22'))
      .and(received('2026-04-04'));
    expect(cases.ask(id, { from: '2026-04' })).toMatchObject([{ value: 1 / 3, numerator: 1, denominator: 3 }]);
  });

  it('counts a claim withdrawn first and authorised later as processed, not authorised, when it was withdrawn', () => {
    expect(given(received('2026-04-01'), withdrawn('2026-04-10'), decided('2026-04-20')).days(id)).toEqual([
      '2026-04-10: 0/1',
    ]);
  });

  it('counts a claim authorised first and withdrawn later as authorised', () => {
    expect(given(received('2026-04-01'), decided('2026-04-20'), withdrawn('2026-04-25')).days(id)).toEqual([
      '2026-04-20: 1/1',
    ]);
  });

  it('tells two ends at the same instant apart by source, then id', () => {
    const [decision, withdrawal] = [decided('2026-04-20'), withdrawn('2026-04-20')];
    const ends = (first: object, second: object): readonly string[] =>
      given(received('2026-04-01'), { ...decision, ...first }, { ...withdrawal, ...second }).days(id);
    expect(ends({ id: 'a' }, { id: 'b' })).toEqual(['2026-04-20: 1/1']);
    expect(ends({ id: 'b' }, { id: 'a' })).toEqual(['2026-04-20: 0/1']);
    expect(ends({ id: 'b', source: 'urn:1' }, { id: 'a', source: 'urn:2' })).toEqual(['2026-04-20: 1/1']);
  });

  it('ignores a withdrawal before the application; the next in sequence counts', () => {
    const claim = given(
      received('2026-04-02'),
      withdrawn('2026-04-01'),
      decided('2026-04-20'),
      withdrawn('2026-04-21'),
    );
    expect(claim.days(id)).toEqual(['2026-04-20: 1/1']);
  });

  it('is null and not applicable where nothing is processed: never 0 and never 1', () => {
    expect(given(received('2026-04-01')).ask(id, { from: '2026-04' })).toMatchObject([
      { value: null, numerator: 0, denominator: 0, interval: null, status: ['z'] },
    ]);
  });
});
