import { describe, expect, it } from '@jest/globals';
import { corrected, decided, given, received, recordedOn, retracted } from '../measure.testkit.js';

const id = 'decisions-made';
const claim = received('2026-04-01');
const decision = decided('2026-04-20');

describe('a correction', () => {
  it('of time moves the fact from the day on which it becomes known', () => {
    const cases = given(claim, decision, corrected(decision, '2026-05-10', { time: '2026-04-18T23:30:00Z' }));
    expect(cases.days(id, '2026-05-09')).toEqual(['2026-04-20: 1']);
    expect(cases.days(id, '2026-05-10')).toEqual(['2026-04-19: 1']);
  });

  it('of time may put a fact out of sequence, or into it', () => {
    const before = corrected(decision, '2026-05-10', { time: '2026-03-31T12:00:00Z' });
    expect(given(claim, decision, before).days(id)).toEqual([]);
    expect(given(claim, decision, decided('2026-04-25'), before).days(id)).toEqual(['2026-04-25: 1']);
    const early = decided('2026-03-31');
    expect(given(claim, early, corrected(early, '2026-05-10', { time: '2026-04-02T12:00:00Z' })).days(id)).toEqual([
      '2026-04-02: 1',
    ]);
  });

  it('of data changes what is counted, and not its day', () => {
    const denied = corrected(decision, '2026-05-10', { data: { outcome: 'denied' } });
    expect(given(claim, decision, denied).days('approval-rate', '2026-05-09')).toEqual(['2026-04-20: 1/1']);
    expect(given(claim, decision, denied).days('approval-rate')).toEqual(['2026-04-20: 0/1']);
  });

  it('of both is taken member by member from the latest that states each', () => {
    const both = corrected(decision, '2026-05-10', { time: '2026-04-10T12:00:00Z', data: { outcome: 'denied' } });
    const time = corrected(decision, '2026-05-11', { time: '2026-04-11T12:00:00Z' });
    for (const cases of [given(claim, decision, both, time), given(claim, time, both, decision)]) {
      expect(cases.days('approval-rate')).toEqual(['2026-04-11: 0/1']);
    }
  });

  it('gives way to a later one, by its own time and not by arrival', () => {
    const [first, second] = [
      corrected(decision, '2026-05-10', { time: '2026-04-10T12:00:00Z' }),
      corrected(decision, '2026-05-11', { time: '2026-04-11T12:00:00Z' }),
    ];
    expect(given(claim, decision, first, second).days(id)).toEqual(['2026-04-11: 1']);
    expect(given(claim, decision, second, first).days(id)).toEqual(['2026-04-11: 1']);
    expect(given(claim, decision, first, second).days(id, '2026-05-10')).toEqual(['2026-04-10: 1']);
  });

  it('that arrives before its fact waits for it', () => {
    const time = corrected(decision, '2026-04-25', { time: '2026-04-18T12:00:00Z' });
    const cases = given(time, claim, recordedOn('2026-05-10', decision));
    expect(cases.days(id, '2026-05-09')).toEqual([]);
    expect(cases.days(id, '2026-05-10')).toEqual(['2026-04-18: 1']);
  });

  it('whose data do not fit has no effect', () => {
    const misfit = corrected(decision, '2026-05-10', { data: { outcome: 'perhaps' } });
    expect(given(claim, decision, misfit).days('approval-rate')).toEqual(['2026-04-20: 1/1']);
  });

  it('never meets a fact of another case', () => {
    const cases = given(claim, decision).and(corrected(decision, '2026-05-10', { time: '2026-04-18T12:00:00Z' }));
    expect(cases.days(id)).toEqual(['2026-04-20: 1']);
  });
});

describe('a withdrawal', () => {
  it('takes its fact away from the day on which it becomes known; the next one counts', () => {
    const cases = given(claim, decision, decided('2026-04-25'), retracted(decision, '2026-05-10'));
    expect(cases.days(id, '2026-05-09')).toEqual(['2026-04-20: 1']);
    expect(cases.days(id, '2026-05-10')).toEqual(['2026-04-25: 1']);
  });

  it('of the application takes the whole claim away', () => {
    const cases = given(claim, decision, retracted(claim, '2026-05-10'));
    for (const measure of ['applications-received', id, 'approval-rate', 'decisions-in-time', 'decision-time']) {
      expect(cases.days(measure, '2026-05-09')).toHaveLength(1);
      expect(cases.days(measure)).toEqual([]);
    }
    expect(cases.values('open-applications', { from: '2026-04-10', asOf: '2026-05-10' })).toEqual([0]);
  });

  it('beats every correction, before or after it', () => {
    const time = corrected(decision, '2026-05-20', { time: '2026-04-18T12:00:00Z' });
    const withdrawal = retracted(decision, '2026-05-10');
    expect(given(claim, decision, withdrawal, time).days(id)).toEqual([]);
    expect(given(claim, decision, time, withdrawal).days(id)).toEqual([]);
  });

  it('that arrives before its fact waits for it', () => {
    expect(given(retracted(decision, '2026-04-21'), claim, decision).days(id)).toEqual([]);
  });

  it('cannot itself be withdrawn', () => {
    const withdrawal = retracted(decision, '2026-05-10');
    expect(given(claim, decision, withdrawal, retracted(withdrawal, '2026-05-11')).days(id)).toEqual([]);
  });
});
