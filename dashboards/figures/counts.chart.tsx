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

const BAR = 18;
/** The width of a letter, rather too much than too little. */
const LETTER = 8.5;
const GAP = 8;
/** Height of a row whose name stands before its bar, and of one whose name stands above it. */
const ROW = { before: 30, above: 50 } as const;
/** A bar that has less of the drawing than this has its name above it. */
const LEAST_ROOM = 0.35;
const sizes = { wide: 600, narrow: 280 } as const;

interface CountsChartProps {
  readonly counts: readonly NamedCount[];
  readonly alternative: string;
  readonly width: ChartWidth;
}

/** Counts as bars from nothing, all to one scale, each named before or above it and with its number behind it. */
export function CountsChart({ counts, alternative, width }: CountsChartProps): JSX.Element {
  const across = sizes[width];
  const words = counts.map(({ count, text }) => text ?? numberText(count));
  const behind = LETTER * Math.max(...words.map(({ length }) => length)) + GAP;
  const before = LETTER * Math.max(...counts.map(({ name }) => name.length)) + GAP;
  const isAbove = across - before - behind < LEAST_ROOM * across;
  const left = isAbove ? 0 : before;
  const row = isAbove ? ROW.above : ROW.before;
  const most = Math.max(...counts.map(({ count }) => count)) || 1;
  return (
    <svg
      class={`chart chart--${width}`}
      role="img"
      aria-label={alternative}
      viewBox={`0 0 ${across} ${row * counts.length}`}
      width={across}
      height={row * counts.length}
    >
      {counts.map(({ name, count }, index) => {
        const top = (index + 1) * row - BAR - 7;
        const length = tenths((count / most) * (across - left - behind));
        const named = isAbove ? { x: 0, y: top - 6 } : { x: tenths(left - GAP), y: top + 15 };
        return (
          <>
            <text class="chart__tick" text-anchor={isAbove ? 'start' : 'end'} {...named}>
              {name}
            </text>
            {count === 0 ? null : (
              <rect class="chart__bar chart__bar--1" x={tenths(left)} y={top} width={length} height={BAR} />
            )}
            <text class="chart__label" x={tenths(left + length + GAP)} y={top + 15}>
              {words[index]}
            </text>
          </>
        );
      })}
    </svg>
  );
}
