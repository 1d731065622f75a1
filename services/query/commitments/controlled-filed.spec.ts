import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../../../libs/measures/figures/observe.measure.js';
import type { ReportedFigure } from '../../../libs/measures/reported/reported-standing.measure.js';
import { controlledFiled } from './controlled-filed.rule.js';

const SMALL = 5;

function filedOf(value: number, numerator: number | null, denominator: number | null): ReportedFigure {
  const telling = { source: 'framework', id: 'f1', time: '2026-05-01T10:00:00Z', recordedOn: '2026-05-01' };
  return { ...telling, value, numerator, denominator, note: 'Counted by hand.' };
}

function shown(figure: ReportedFigure): ReturnType<typeof controlledFiled> {
  const { value, numerator, denominator } = figure;
  const latest = { value, numerator, denominator, interval: null, status: ['p'] } as unknown as Observation;
  const filed = [{ year: '2025-26', figure, entries: [] }];
  return controlledFiled({ latest, year: null, state: 'no-target', filed }, SMALL);
}

describe('what was reported, for scrutiny', () => {
  it('is computed anew from rounded counts, without a note that may name them', () => {
    const { latest, filed } = shown(filedOf(0.874, 90, 103));
    expect(latest).toMatchObject({ value: 0.86, numerator: 90, denominator: 105, status: ['p'] });
    expect(filed?.[0]?.figure).toMatchObject({ value: 0.86, numerator: 90, denominator: 105, note: null });
  });

  it('is suppressed where a count is small', () => {
    const { latest, filed } = shown(filedOf(0.97, 98, 101));
    expect(latest).toMatchObject({ value: null, numerator: null, denominator: null, status: ['c', 'p'] });
    expect(filed?.[0]?.figure).toBeNull();
  });

  it('stands as reported where there are no counts', () => {
    const figure = filedOf(12.5, null, null);
    expect(shown(figure).filed?.[0]?.figure).toEqual(figure);
  });
});
