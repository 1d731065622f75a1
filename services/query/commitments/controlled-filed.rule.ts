import type { ReportedFigure } from '../../../libs/measures/reported/reported-standing.measure.js';
import { publishedFigure, type Shown } from '../aggregates/published-row.rule.js';
import type { IndicatorFigures } from './filed-figures.rule.js';

/** What people reported, as whoever sees controlled figures only may see it: as a release's published table has it. */
export function controlledFiled(figures: IndicatorFigures, small: number): IndicatorFigures {
  const { latest, year, filed } = figures;
  return {
    ...figures,
    latest: latest && publishedFigure(latest, small),
    year: year && publishedFigure(year, small),
    filed:
      filed?.map((ofYear) => ({ ...ofYear, figure: ofYear.figure && controlledFigure(ofYear.figure, small) })) ?? null,
  };
}

/** `null` where it is suppressed: its marks say so beside it. A note in words may name the counts. */
function controlledFigure(figure: ReportedFigure, small: number): ReportedFigure | null {
  const { value: reported, numerator: of, denominator: all } = figure;
  const shown: Shown = { value: reported, numerator: of, denominator: all, interval: null, status: [] };
  const { value, numerator, denominator } = publishedFigure(shown, small);
  if (value === null) return null;
  const isAsReported = numerator === figure.numerator && denominator === figure.denominator && value === figure.value;
  return { ...figure, value, numerator, denominator, note: isAsReported ? figure.note : null };
}
