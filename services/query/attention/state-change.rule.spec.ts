import { describe, expect, it } from '@jest/globals';
import { measureNamed } from '../../../libs/measures/figures/holdings.testkit.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import type { IndicatorState } from '../commitments/indicator-state.rule.js';
import { maySpeakAfter, otherThanKept } from './state-change.rule.js';

const last = { at: 1_000, positions: [10, 0, 7] };

describe('a process may say how measures stand', () => {
  it.each([
    ['where nothing was said before', null, { at: 0, positions: [0, 0, 0] }, true],
    ['by the very figures', last, last, true],
    ['by figures that go further', last, { at: 2_000, positions: [10, 5, 8] }, true],
    ['not by figures that go less far in one partition', last, { at: 2_000, positions: [900, 0, 6] }, false],
    ['not at an earlier moment', last, { at: 999, positions: [11, 1, 8] }, false],
    ['not by figures of fewer partitions', last, { at: 2_000, positions: [10, 0] }, false],
  ])('%s', (_, before, now, may) => {
    expect(maySpeakAfter(before, now)).toBe(may);
  });
});

describe('what stands otherwise than was kept', () => {
  const [payments, calls, waits] = ['payments-on-time', 'calls-answered', 'call-wait'].map(measureNamed);
  const list = [payments, calls, waits].filter((measure) => measure !== undefined);

  function noticed(
    kept: Readonly<Record<string, string>>,
    states: Readonly<Record<string, IndicatorState>>,
    isCounted = true,
  ): readonly string[] {
    const standing = ({ id }: Measure): object => ({ isCounted, state: states[id], latest: { period: '2026-05' } });
    const standingOf = standing as Parameters<typeof otherThanKept>[1];
    const changes = otherThanKept(list, standingOf, ({ id }) => (kept[id] === undefined ? null : { to: kept[id] }));
    return changes.map(({ measure, from, to, period }) => `${measure} ${String(from)} ${to} ${period}`);
  }

  const quietly = { 'payments-on-time': 'on-target', 'calls-answered': 'no-target', 'call-wait': 'no-target' } as const;

  it('is nothing where all is as it was', () => {
    expect(noticed(quietly, quietly)).toEqual([]);
  });

  it('is a beginning where nothing was kept', () => {
    expect(noticed({}, quietly)).toEqual([
      'payments-on-time null on-target 2026-05',
      'calls-answered null no-target 2026-05',
      'call-wait null no-target 2026-05',
    ]);
  });

  it('is what has changed', () => {
    const now = { ...quietly, 'payments-on-time': 'off-target', 'call-wait': 'gone-quiet' } as const;
    expect(noticed(quietly, now)).toEqual([
      'payments-on-time on-target off-target 2026-05',
      'call-wait no-target gone-quiet 2026-05',
    ]);
  });

  it('is nothing of what is not counted', () => {
    expect(noticed({}, quietly, false)).toEqual([]);
  });
});
