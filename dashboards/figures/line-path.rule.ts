import { area, line } from 'd3-shape';
import type { Plot } from './plot.rule.js';
import type { StoryPoint } from './story-point.story.js';

interface Place {
  readonly index: number;
  readonly point: StoryPoint;
}

/** The line through the values, in two: what is firm, and what is provisional with the way to it. Gaps stay gaps. */
export function linePaths(
  points: readonly StoryPoint[],
  plot: Plot,
): { readonly firm: string; readonly dashed: string } {
  const draw = (isDashed: boolean): string =>
    pieces(points, isDashed)
      .map((places) => through(plot)(places.map(({ index, point }) => [index, point.value ?? 0])) ?? '')
      .join('');
  return { firm: draw(false), dashed: draw(true) };
}

/** A dot at every value: a line without length, with round ends. */
export function dots(points: readonly StoryPoint[], { x, y }: Plot): string {
  return points.map(({ value }, index) => (value === null ? '' : `M${x(index)},${y(value)}h0`)).join('');
}

/** The band between the ends of the intervals. */
export function bandPath(points: readonly StoryPoint[], { x, y }: Plot): string {
  const band = area<StoryPoint>()
    .defined(({ value, interval }) => value !== null && interval !== null)
    .x((_, index) => x(index))
    .y0(({ interval }) => y(interval?.low ?? 0))
    .y1(({ interval }) => y(interval?.high ?? 0))
    .digits(1);
  return band([...points]) ?? '';
}

/** The target, level over every period it was in force. */
export function targetPath(points: readonly StoryPoint[], { x, y, reach }: Plot): string {
  const runs: { readonly target: number; readonly first: number; last: number }[] = [];
  for (const [index, { target }] of points.entries()) {
    const run = runs.at(-1);
    if (target === null) continue;
    if (run?.target === target && run.last === index - 1) run.last = index;
    else runs.push({ target, first: index, last: index });
  }
  return runs
    .map(({ target, first, last }) => {
      const from = Math.round(x(first) - reach);
      return `M${from},${y(target)}H${Math.round(x(last) + reach)}`;
    })
    .join('');
}

/** Runs of neighbouring values whose steps are all dashed, or all firm; a step is dashed if it leads to a provisional value. */
function pieces(points: readonly StoryPoint[], isDashed: boolean): readonly (readonly Place[])[] {
  const found: Place[][] = [];
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before === undefined || before.value === null || point.value === null) continue;
    if (point.provisional !== isDashed) continue;
    const run = found.at(-1);
    if (run?.at(-1)?.index === index - 1) run.push({ index, point });
    else
      found.push([
        { index: index - 1, point: before },
        { index, point },
      ]);
  }
  return found;
}

function through({ x, y }: Plot): (values: [number, number][]) => string | null {
  return line()
    .x(([index]) => x(index))
    .y(([, value]) => y(value))
    .digits(1);
}
