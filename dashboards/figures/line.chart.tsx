import type { JSX } from 'preact';
import { Axes } from './axes.chart.js';
import type { Story } from './figure.story.js';
import { bandPath, dots, linePaths, targetPath } from './line-path.rule.js';
import { labelPlaces } from './label-place.rule.js';
import { type ChartWidth, plotOf } from './plot.rule.js';

/** Values over time as a line, with the interval as a band, the target, and both named where they are. */
export function LineChart({ story, width }: { readonly story: Story; readonly width: ChartWidth }): JSX.Element {
  const { points, scale, target, alternative } = story;
  const plot = plotOf(width, points.length, scale);
  const { firm, dashed } = linePaths(points, plot);
  const last = points.findLastIndex(({ value }) => value !== null);
  const places = labelPlaces(points, plot);
  return (
    <svg
      class={`chart chart--${width}`}
      role="img"
      aria-label={alternative}
      viewBox={`0 0 ${plot.width} ${plot.height}`}
      width={plot.width}
      height={plot.height}
    >
      <Axes points={points} scale={scale} plot={plot} width={width} />
      <path class="chart__band chart__band--1" d={bandPath(points, plot)} />
      {target === null ? null : <path class="chart__target" d={targetPath(points, plot)} />}
      <path class="chart__line chart__line--1" d={firm} />
      <path class="chart__line chart__line--1 chart__line--provisional" d={dashed} />
      <path class="chart__dots chart__dots--1" d={dots(points, plot)} />
      {target === null || places.target === null ? null : (
        <text class="chart__label" x={plot.left + 4} y={places.target}>
          {`${target.label}: ${target.text}`}
        </text>
      )}
      {places.last === null ? null : (
        <text class="chart__label chart__label--value" text-anchor="end" x={plot.right} y={places.last}>
          {points[last]?.text}
        </text>
      )}
    </svg>
  );
}
