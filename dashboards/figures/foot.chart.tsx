import type { JSX } from 'preact';
import { footLabels, type Plot } from './plot.rule.js';
import type { StoryPoint } from './story-point.story.js';

/** The periods at the foot of a chart, in two lines below `top`. */
export function Foot({
  points,
  plot,
  top,
}: {
  readonly points: readonly StoryPoint[];
  readonly plot: Plot;
  readonly top: number;
}): JSX.Element {
  return (
    <g class="chart__tick" text-anchor="middle">
      {footLabels(points, plot).map(({ x, text, era }) => (
        <>
          <text x={x} y={top + 20}>
            {text}
          </text>
          {era === '' ? null : (
            <text x={x} y={top + 40}>
              {era}
            </text>
          )}
        </>
      ))}
    </g>
  );
}
