import type { JSX } from 'preact';
import type { Story } from './figure.story.js';
import { type ChartWidth, footLabels, plotOf, tenths } from './plot.rule.js';
import { capitalised } from './sentence.words.js';
import type { StoryPart, StoryPoint } from './story-point.story.js';

const PANEL = 92;
const TITLE = 26;
const FOOT = 48;
const whole = { low: 0, high: 1, ticks: [], isFromZero: true };

/** Each outcome's share of the whole in a panel of its own, all to one scale from nothing to all, named above the bars. */
export function PartsChart({ story, width }: { readonly story: Story; readonly width: ChartWidth }): JSX.Element {
  const { points, alternative } = story;
  const last = points.findLast(({ parts }) => parts.length > 0);
  const panels = last?.parts ?? [];
  const plot = plotOf(width, points.length, whole);
  const height = PANEL * panels.length + FOOT;
  const foot = PANEL * panels.length;
  return (
    <svg
      class={`chart chart--${width}`}
      role="img"
      aria-label={alternative}
      viewBox={`0 0 ${plot.width} ${height}`}
      width={plot.width}
      height={height}
    >
      {panels.map((part, index) => (
        <>
          <text class="chart__label" x="0" y={index * PANEL + 18}>
            {`${capitalised(part.name)}: ${part.text} ${last?.during ?? ''}`}
          </text>
          <path class="chart__grid" d={`M0,${(index + 1) * PANEL - 4}H${plot.right}`} />
          {panelBars(points, part, index)}
        </>
      ))}
      <g class="chart__tick" text-anchor="middle">
        {footLabels(width, points).map(({ index, text, era }) => (
          <>
            <text x={plot.x(index)} y={foot + 16}>
              {text}
            </text>
            {era === '' ? null : (
              <text x={plot.x(index)} y={foot + 36}>
                {era}
              </text>
            )}
          </>
        ))}
      </g>
    </svg>
  );

  function panelBars(all: readonly StoryPoint[], { code }: StoryPart, index: number): JSX.Element {
    const bottom = (index + 1) * PANEL - 4;
    const room = PANEL - TITLE - 4;
    const thick = tenths(plot.reach * 1.5);
    const pathOf = (isProvisional: boolean): string =>
      all
        .map(({ parts, provisional }, place) => {
          const share = parts.find((part) => part.code === code)?.share ?? null;
          if (share === null || provisional !== isProvisional) return '';
          return `M${tenths(plot.x(place) - thick / 2)},${bottom}v${-tenths(share * room)}h${thick}V${bottom}z`;
        })
        .join('');
    const colour = `chart__bar chart__bar--${(index % 4) + 1}`;
    return (
      <>
        <path class={colour} d={pathOf(false)} />
        <path class={`${colour} chart__bar--provisional`} d={pathOf(true)} />
      </>
    );
  }
}
