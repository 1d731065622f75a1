import type { JSX } from 'preact';
import type { Story } from './figure.story.js';
import { Foot } from './foot.chart.js';
import { type ChartWidth, type Plot, plotOf, tenths } from './plot.rule.js';
import { capitalised } from './sentence.words.js';
import type { StoryPart, StoryPoint } from './story-point.story.js';

const PANEL = 92;
const TITLE = 26;
const MARGIN = 4;
const FOOT = 48;
const COLOURS = 4;
const whole = { low: 0, high: 1, ticks: [], isFromZero: true };

/** Each outcome's share of the whole in a panel of its own, all to one scale from nothing to all, named above the bars. */
export function PartsChart({ story, width }: { readonly story: Story; readonly width: ChartWidth }): JSX.Element {
  const { points, alternative } = story;
  const last = points.findLast(({ parts }) => parts.length > 0);
  const panels = last?.parts ?? [];
  const plot = plotOf(width, points.length, whole);
  const foot = PANEL * panels.length;
  return (
    <svg
      class={`chart chart--${width}`}
      role="img"
      aria-label={alternative}
      viewBox={`0 0 ${plot.width} ${foot + FOOT}`}
      width={plot.width}
      height={foot + FOOT}
    >
      {panels.map((part, index) => (
        <>
          <text class="chart__label" x="0" y={index * PANEL + 18}>
            {`${capitalised(part.name)}: ${part.text} ${last?.during ?? ''}`}
          </text>
          <Bars points={points} part={part} index={index} plot={plot} />
        </>
      ))}
      <Foot points={points} plot={plot} top={foot} />
    </svg>
  );
}

function Bars({
  points,
  part,
  index,
  plot,
}: {
  readonly points: readonly StoryPoint[];
  readonly part: StoryPart;
  readonly index: number;
  readonly plot: Plot;
}): JSX.Element {
  const bottom = (index + 1) * PANEL - MARGIN;
  const thick = tenths(plot.reach * 1.5);
  const pathOf = (isProvisional: boolean): string =>
    points
      .map(({ parts, provisional }, place) => {
        const share = parts.find(({ code }) => code === part.code)?.share ?? null;
        if (share === null || provisional !== isProvisional) return '';
        const height = tenths(share * (PANEL - TITLE - MARGIN));
        return `M${tenths(plot.x(place) - thick / 2)},${bottom}v${-height}h${thick}V${bottom}z`;
      })
      .join('');
  const bar = `chart__bar chart__bar--${(index % COLOURS) + 1}`;
  return (
    <>
      <path class="chart__grid" d={`M${plot.left},${bottom}H${plot.right}`} />
      <path class={bar} d={pathOf(false)} />
      <path class={`${bar} chart__bar--provisional`} d={pathOf(true)} />
    </>
  );
}
