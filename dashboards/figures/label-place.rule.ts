import type { Plot } from './plot.rule.js';
import type { StoryPoint } from './story-point.story.js';

/** The foot of the letters of a chart's direct labels; `null` where there is nothing to name. */
export interface LabelPlaces {
  readonly last: number | null;
  readonly target: number | null;
}

const ABOVE = -10;
const BELOW = 22;
const LETTERS = 16;

/** The last value's label stands above it and the target's above its line; what has no room, or would meet, goes below. */
export function labelPlaces(points: readonly StoryPoint[], { y, top }: Plot): LabelPlaces {
  const value = points.findLast((point) => point.value !== null)?.value ?? null;
  const aim = points.findLast(({ target }) => target !== null)?.target ?? null;
  const place = (at: number): number => at + (at + ABOVE - LETTERS < 0 ? BELOW : ABOVE);
  const last = value === null ? null : place(y(value));
  if (aim === null) return { last, target: null };
  const target = place(y(aim));
  const meets = last !== null && Math.abs(last - target) < LETTERS;
  if (!meets) return { last, target };
  const other = target < y(aim) ? y(aim) + BELOW : y(aim) + ABOVE;
  return { last, target: other < top - LETTERS / 2 ? y(aim) + BELOW + LETTERS : other };
}
