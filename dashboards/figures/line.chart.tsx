import type { JSX } from 'preact';
import { Axes } from './axes.chart.js';
import type { Story } from './figure.story.js';
import { placeOfLast, placeOfTarget } from './label-place.rule.js';
import { bandPath, dots, linePaths, targetPath } from './line-path.rule.js';
import { type ChartWidth, plotOf } from './plot.rule.js';

/** More dots than this are drawn small. */
const MOST_LARGE_DOTS = 40;

/** Values over time as a line, with the interval as a band, the target, and both named where they are. */
export function LineChart({ story, width }: { readonly story: Story; readonly width: ChartWidth }): JSX.Element {
  const { points, scale, target, alternative } = story;
  const plot = plotOf(width, points.length, scale);
  const { firm, dashed } = linePaths(points, plot);
  const last = points.findLast(({ value }) => value !== null)?.text ?? '';
  const lastAt = placeOfLast(points, plot);
  const targetName = target === null ? '' : `${target.label}: ${target.amount}`;
  const targetAt = placeOfTarget(points, plot, targetName, lastAt === null ? null : { place: lastAt, text: last });
  const size = points.length > MOST_LARGE_DOTS ? ' chart__dots--small' : '';
  return (
    <svg
      class={`chart chart--${width}`}
      role="img"
      aria-label={alternative}
      viewBox={`0 0 ${plot.width} ${plot.height}`}
      width={plot.width}
      height={plot.height}
    >
      <Axes points={points} scale={scale} plot={plot} />
      <path class="chart__band chart__band--1" d={bandPath(points, plot)} />
      {target === null ? null : <path class="chart__target" d={targetPath(points, plot)} />}
      <path class="chart__line chart__line--1" d={firm} />
      <path class="chart__line chart__line--1 chart__line--provisional" d={dashed} />
      <path class={`chart__dots chart__dots--1${size}`} d={dots(points, plot)} />
      {targetAt === null ? null : (
        <text class="chart__label" text-anchor={targetAt.anchor} x={targetAt.x} y={targetAt.y}>
          {targetName}
        </text>
      )}
      {lastAt === null ? null : (
        <text class="chart__label chart__label--value" text-anchor={lastAt.anchor} x={lastAt.x} y={lastAt.y}>
          {last}
        </text>
      )}
    </svg>
  );
}
