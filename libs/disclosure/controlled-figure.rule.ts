import type { Figure } from '../measures/figures/figure.measure.js';
import { wilsonInterval, type Interval } from '../measures/figures/wilson.measure.js';
import type { Measure } from '../measures/measure.measure.js';
import { countsIn, numeratorName, type Quantities } from './quantities.rule.js';
import { LEAST_FOR_MIDDLE, toNearestFive, toWholePercent } from './rounding.rule.js';
import { ROUNDED, ZERO, type Treatment } from './suppression.rule.js';

/** A figure that may be shown; `interval` as the observation has it. */
export interface ControlledFigure extends Figure {
  readonly interval: Interval | null;
  /** Whether something of it is suppressed. */
  readonly isSuppressed: boolean;
  /** Whether there is nothing to divide, to take the middle of, or to share out. */
  readonly isNotApplicable: boolean;
}

const nothingShown = { value: null, numerator: null, denominator: null, p90: null, parts: null, interval: null };

/**
 * The figure as a controlled audience sees it: every number computed from controlled counts. A suppressed count is `null`;
 * a suppressed part is left out of `parts`. Source: contract, interfaces, "Controlled".
 */
export function controlledFigure(
  measure: Measure,
  exact: Figure,
  quantities: Quantities,
  small: number,
  treatmentOf: (quantity: number) => Treatment,
): ControlledFigure {
  const counts = countsIn(measure, exact);
  const count = (quantity: number): number | null =>
    controlledCount(counts[quantity] ?? 0, treatmentOf(quantity), small);
  const all = count(0);
  const isNotApplicable = all === 0;
  switch (measure.kind) {
    case 'count':
    case 'stock':
      return { ...nothingShown, value: all, isSuppressed: all === null, isNotApplicable: false };
    case 'proportion':
    case 'limit': {
      const numerator = count(quantities.named.get(numeratorName) ?? 0);
      const isSuppressed = all === null || numerator === null;
      const isDivided = !isSuppressed && !isNotApplicable;
      return {
        ...nothingShown,
        numerator,
        denominator: all,
        value: isDivided ? toWholePercent(numerator / all) : null,
        interval: isDivided ? wholeInterval(numerator, all) : null,
        isSuppressed,
        isNotApplicable,
      };
    }
    case 'time': {
      const hasMiddle = all !== null && (exact.denominator ?? 0) >= LEAST_FOR_MIDDLE;
      return {
        ...nothingShown,
        denominator: all,
        value: hasMiddle ? wholeOrNull(exact.value) : null,
        p90: hasMiddle ? wholeOrNull(exact.p90) : null,
        isSuppressed: !hasMiddle && !isNotApplicable,
        isNotApplicable,
      };
    }
    case 'mean': {
      const value = all === null || isNotApplicable ? null : wholeOrNull(exact.value);
      return { ...nothingShown, denominator: all, value, isSuppressed: all === null, isNotApplicable };
    }
    case 'shares': {
      const parts = (measure.parts ?? []).map((part) => [part, count(quantities.named.get(part) ?? 0)] as const);
      const shown = parts.flatMap(([part, number]) => (number === null ? [] : [[part, number] as const]));
      return {
        ...nothingShown,
        value: isNotApplicable ? null : all,
        parts: Object.fromEntries(shown),
        isSuppressed: all === null || shown.length < parts.length,
        isNotApplicable,
      };
    }
  }
}

/** Shows nothing where what was decided does not fit the count: it may have been decided about other counts. */
function controlledCount(count: number, treatment: Treatment, small: number): number | null {
  if (treatment === ZERO && count === 0) return 0;
  return treatment === ROUNDED && count >= small ? toNearestFive(count) : null;
}

function wholeInterval(numerator: number, denominator: number): Interval | null {
  const interval = wilsonInterval(numerator, denominator);
  if (interval === null) return null;
  return { ...interval, low: toWholePercent(interval.low), high: toWholePercent(interval.high) };
}

function wholeOrNull(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}
