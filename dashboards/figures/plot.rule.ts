import { scaleLinear } from 'd3-scale';
import type { ChartScale } from './chart-scale.rule.js';
import type { StoryPoint } from './story-point.story.js';

/** Every chart is drawn twice, as text in a drawing scaled down could not be read; style sheets show one of the two. */
export type ChartWidth = 'wide' | 'narrow';

/** Where things lie in a drawing, in its own units: one is one CSS pixel at the size it is meant for. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The middle of a point, by its index. */
  readonly x: (index: number) => number;
  /** Half the room that one point has. */
  readonly reach: number;
  readonly y: (value: number) => number;
}

const sizes = {
  wide: { width: 600, height: 320, left: 60 },
  narrow: { width: 280, height: 260, left: 58 },
} as const;

const TOP = 28;
const RIGHT = 12;
const ROOM_FOR_LABELS = 48;
/** The width of a letter, rather too much than too little, and the room between two labels. */
const LETTER = 9;
const BETWEEN = 12;

/** The plot of a chart with points along its foot. */
export function plotOf(chartWidth: ChartWidth, count: number, { low, high }: ChartScale): Plot {
  const { width, height, left } = sizes[chartWidth];
  const right = width - RIGHT;
  const bottom = height - ROOM_FOR_LABELS;
  const step = (right - left) / Math.max(count, 1);
  const y = scaleLinear().domain([low, high]).range([bottom, TOP]);
  return {
    width,
    height,
    left,
    right,
    top: TOP,
    bottom,
    x: (index) => tenths(left + step * (index + 0.5)),
    reach: step / 2,
    y: (value) => tenths(y(value)),
  };
}

/** A label under a chart; `era` only where it is not that of the label before. */
export interface FootLabel {
  readonly x: number;
  readonly text: string;
  readonly era: string;
}

/** As many labels as there is room for, at equal distances; the last point always has one. */
export function footLabels(points: readonly StoryPoint[], plot: Plot): readonly FootLabel[] {
  const longest = LETTER * Math.max(...points.map(({ short }) => short.length));
  const most = Math.max(1, Math.floor((plot.right - plot.left) / (longest + BETWEEN)));
  const every = Math.max(1, Math.ceil(points.length / most));
  const offset = (points.length - 1) % every;
  const labelled = points.flatMap((point, index) => (index % every === offset ? [{ point, index }] : []));
  return labelled.map(({ point, index }, place) => ({
    x: tenths(Math.min(plot.x(index), plot.width - (LETTER * point.short.length) / 2)),
    text: point.short,
    era: labelled[place - 1]?.point.era === point.era ? '' : point.era,
  }));
}

/** To a tenth of a pixel: finer is only longer. */
export function tenths(length: number): number {
  return Math.round(length * 10) / 10;
}
