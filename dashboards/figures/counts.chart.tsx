import type { JSX } from 'preact';
import { type ChartWidth, tenths } from './plot.rule.js';
import { numberText } from './units.words.js';

/** How many are called what. */
export interface NamedCount {
  readonly name: string;
  /** What the bar is as long as. */
  readonly count: number;
  /** What stands for it in words, where that is not the number alone. */
  readonly text?: string;
}

const ROW = 30;
const BAR = 18;
/** The width of a letter, rather too much than too little. */
const LETTER = 8.5;
const GAP = 8;
const sizes = { wide: 600, narrow: 280 } as const;

interface CountsChartProps {
  readonly counts: readonly NamedCount[];
  readonly alternative: string;
  readonly width: ChartWidth;
}

/** Counts as bars from nothing, all to one scale, each named before it and with its number behind it. */
export function CountsChart({ counts, alternative, width }: CountsChartProps): JSX.Element {
  const across = sizes[width];
  const left = LETTER * Math.max(...counts.map(({ name }) => name.length)) + GAP;
  const most = Math.max(...counts.map(({ count }) => count)) || 1;
  const words = counts.map(({ count, text }) => text ?? numberText(count));
  const room = across - left - LETTER * Math.max(...words.map(({ length }) => length)) - GAP;
  return (
    <svg
      class={`chart chart--${width}`}
      role="img"
      aria-label={alternative}
      viewBox={`0 0 ${across} ${ROW * counts.length}`}
      width={across}
      height={ROW * counts.length}
    >
      {counts.map(({ name, count }, index) => {
        const length = tenths((count / most) * room);
        const foot = index * ROW + 20;
        return (
          <>
            <text class="chart__tick" text-anchor="end" x={tenths(left - GAP)} y={foot}>
              {name}
            </text>
            {count === 0 ? null : (
              <rect class="chart__bar chart__bar--1" x={tenths(left)} y={index * ROW + 5} width={length} height={BAR} />
            )}
            <text class="chart__label" x={tenths(left + length + GAP)} y={foot}>
              {words[index]}
            </text>
          </>
        );
      })}
    </svg>
  );
}
