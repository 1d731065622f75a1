import type { JSX } from 'preact';
import type { Story } from './figure.story.js';
import { type ChartWidth, tenths } from './plot.rule.js';
import { capitalised } from './sentence.words.js';
import type { StoryPoint } from './story-point.story.js';

const ROW = 52;
const BAR = 20;
const FOOT = 30;
const sizes = { wide: 600, narrow: 280 } as const;

/** A few periods as bars from nothing, each named and with its value above it, and the target across them. */
export function BarsAgainstTarget({
  story,
  width,
}: {
  readonly story: Story;
  readonly width: ChartWidth;
}): JSX.Element {
  const { points, scale, target, alternative } = story;
  const across = sizes[width];
  const height = ROW * points.length + FOOT;
  const x = (value: number): number => tenths((value / scale.high) * (across - 4)) + 2;
  return (
    <svg
      class={`chart chart--${width}`}
      role="img"
      aria-label={alternative}
      viewBox={`0 0 ${across} ${height}`}
      width={across}
      height={height}
    >
      {points.map((point, index) => (
        <Bar point={point} top={index * ROW} across={across} x={x} />
      ))}
      {target === null ? null : (
        <text class="chart__label" x={across} text-anchor="end" y={height - 8}>
          {`${target.label}: ${target.amount}`}
        </text>
      )}
    </svg>
  );
}

function Bar({
  point: { value, label, text, interval, target, provisional },
  top,
  across,
  x,
}: {
  readonly point: StoryPoint;
  readonly top: number;
  readonly across: number;
  readonly x: (value: number) => number;
}): JSX.Element {
  const upper = top + 24;
  const middle = upper + BAR / 2;
  const bar = `chart__bar chart__bar--1${provisional ? ' chart__bar--provisional' : ''}`;
  return (
    <>
      <text class="chart__tick" x="0" y={top + 17}>
        {capitalised(label)}
      </text>
      <text class="chart__label chart__label--value" text-anchor="end" x={across} y={top + 17}>
        {text}
      </text>
      {value === null ? null : <rect class={bar} x="0" y={upper} width={x(value)} height={BAR} />}
      {value === null || interval === null ? null : (
        <path class="chart__whisker" d={`M${x(interval.low)},${middle}H${x(interval.high)}`} />
      )}
      {target === null ? null : <path class="chart__target" d={`M${x(target)},${upper - 3}V${upper + BAR + 3}`} />}
    </>
  );
}
