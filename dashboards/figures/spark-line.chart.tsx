import { scaleLinear } from 'd3-scale';
import type { JSX } from 'preact';
import type { Story } from './figure.story.js';
import { dots, linePaths } from './line-path.rule.js';
import { type Plot, tenths } from './plot.rule.js';
import type { StoryPoint } from './story-point.story.js';

const WIDTH = 120;
const HEIGHT = 32;
const MARGIN = 4;
/** What fills the height is at least this part of the highest value, so that small changes look small. */
const LEAST_SPAN = 0.2;

/** The run of the values, small and without words: what it shows is said beside it, so it is hidden from screen readers. */
export function SparkLine({ story: { points } }: { readonly story: Pick<Story, 'points'> }): JSX.Element {
  const plot = smallPlot(points);
  const { firm, dashed } = linePaths(points, plot);
  const last = points.map((point, index) => (index === points.length - 1 ? point : { ...point, value: null }));
  return (
    <svg class="spark-line" aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT}>
      <path class="chart__line chart__line--1" d={firm} />
      <path class="chart__line chart__line--1 chart__line--provisional" d={dashed} />
      <path class="chart__dots chart__dots--1" d={dots(last, plot)} />
    </svg>
  );
}

function smallPlot(points: readonly StoryPoint[]): Plot {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const high = Math.max(0, ...values);
  const low = Math.min(...values, high * (1 - LEAST_SPAN));
  const step = (WIDTH - 2 * MARGIN) / Math.max(points.length - 1, 1);
  const y = scaleLinear()
    .domain([low, high > low ? high : low + 1])
    .range([HEIGHT - MARGIN, MARGIN]);
  return {
    width: WIDTH,
    height: HEIGHT,
    left: MARGIN,
    right: WIDTH - MARGIN,
    top: MARGIN,
    bottom: HEIGHT - MARGIN,
    x: (index) => tenths(MARGIN + index * step),
    reach: step / 2,
    y: (value) => tenths(y(value)),
  };
}
