import { scaleLinear } from 'd3-scale';
import type { StoryPoint } from './story-point.story.js';
import { aimText, isShare, type Measured, numberText } from './units.words.js';

/** The upright axis of a chart, in the unit of the values. */
export interface ChartScale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  /** Whether it begins at nothing; where not, the story says so. */
  readonly isFromZero: boolean;
}

const TICKS = 4;
const MINUTE = 60;

/**
 * The scale that holds every value, interval and target. Proportions that all lie in the upper half are drawn larger,
 * from a round share to 100%, where the drawing allows it; everything else begins at 0.
 */
export function scaleFor(measure: Measured, points: readonly StoryPoint[], mayBeginHigher: boolean): ChartScale {
  const values = points.flatMap(({ value, interval, target }) =>
    [value, interval?.low, interval?.high, target].filter((number) => typeof number === 'number'),
  );
  const most = Math.max(0, ...values);
  if (!isShare(measure.kind) || most <= 0.5) return scaleFromZero(measure, most);
  const least = Math.min(0.9, ...values);
  const domain = scaleLinear()
    .domain([mayBeginHigher && least > 0.5 ? least : 0, 1])
    .nice(TICKS);
  return drawn(domain.domain(), domain.ticks(TICKS), (tick) => aimText(measure, tick));
}

function scaleFromZero(measure: Measured, most: number): ChartScale {
  const step = measure.unit === 'seconds' && most > 2 * MINUTE ? MINUTE : 1;
  const highest = most > 0 ? most / step : 1;
  const domain = scaleLinear().domain([0, highest]).nice(TICKS);
  const ticks = domain.ticks(TICKS).filter((tick) => isShare(measure.kind) || Number.isInteger(tick));
  const text = (tick: number): string =>
    isShare(measure.kind) || measure.unit === 'seconds' ? aimText(measure, tick) : numberText(tick);
  return drawn(
    domain.domain().map((bound) => bound * step),
    ticks.map((tick) => tick * step),
    text,
  );
}

function drawn(
  [low = 0, high = 1]: readonly number[],
  ticks: readonly number[],
  text: (tick: number) => string,
): ChartScale {
  return { low, high, ticks: ticks.map((value) => ({ value, text: text(value) })), isFromZero: low === 0 };
}
