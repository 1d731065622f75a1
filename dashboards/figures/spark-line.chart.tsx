import type { JSX } from 'preact';
import type { Story } from './figure.story.js';
import { dots, linePaths } from './line-path.rule.js';
import { type Plot, tenths } from './plot.rule.js';

const WIDTH = 120;
const HEIGHT = 32;
const MARGIN = 4;

/** The run of the values, small and without words: what it shows is said beside it, so it is hidden from screen readers. */
export function SparkLine({ story }: { readonly story: Pick<Story, 'points' | 'scale'> }): JSX.Element {
  const { points, scale } = story;
  const plot = smallPlot(points.length, scale);
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

function smallPlot(count: number, { low, high }: Story['scale']): Plot {
  const step = (WIDTH - 2 * MARGIN) / Math.max(count - 1, 1);
  const rise = (HEIGHT - 2 * MARGIN) / (high - low);
  return {
    width: WIDTH,
    height: HEIGHT,
    left: MARGIN,
    right: WIDTH - MARGIN,
    top: MARGIN,
    bottom: HEIGHT - MARGIN,
    x: (index) => tenths(MARGIN + index * step),
    reach: step / 2,
    y: (value) => tenths(HEIGHT - MARGIN - (value - low) * rise),
  };
}
