import type { JSX } from 'preact';
import type { ChartScale } from './chart-scale.rule.js';
import { type ChartWidth, footLabels, type Plot } from './plot.rule.js';
import type { StoryPoint } from './story-point.story.js';

/** Lines across a chart with their values, and the periods at its foot. */
export function Axes({
  points,
  scale,
  plot,
  width,
}: {
  readonly points: readonly StoryPoint[];
  readonly scale: ChartScale;
  readonly plot: Plot;
  readonly width: ChartWidth;
}): JSX.Element {
  const { left, right, bottom, x, y } = plot;
  return (
    <>
      <path class="chart__grid" d={scale.ticks.map(({ value }) => `M${left},${y(value)}H${right}`).join('')} />
      <g class="chart__tick" text-anchor="end">
        {scale.ticks.map(({ value, text }) => (
          <text x={left - 6} y={y(value) + 5}>
            {text}
          </text>
        ))}
      </g>
      <g class="chart__tick" text-anchor="middle">
        {footLabels(width, points).map(({ index, text, era }) => (
          <>
            <text x={x(index)} y={bottom + 20}>
              {text}
            </text>
            {era === '' ? null : (
              <text x={x(index)} y={bottom + 40}>
                {era}
              </text>
            )}
          </>
        ))}
      </g>
    </>
  );
}
