import type { JSX } from 'preact';
import type { ChartScale } from './chart-scale.rule.js';
import { Foot } from './foot.chart.js';
import type { Plot } from './plot.rule.js';
import type { StoryPoint } from './story-point.story.js';

/** Lines across a chart with their values, and the periods at its foot. */
export function Axes({
  points,
  scale,
  plot,
}: {
  readonly points: readonly StoryPoint[];
  readonly scale: ChartScale;
  readonly plot: Plot;
}): JSX.Element {
  const { left, right, y } = plot;
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
      <Foot points={points} plot={plot} top={plot.bottom} />
    </>
  );
}
