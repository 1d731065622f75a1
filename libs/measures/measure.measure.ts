import type { Day } from '../calendars/local-date.calendar.js';
import type { Grain } from '../calendars/period.calendar.js';
import type { FactName } from '../events/fact-name.fact.js';
import { journeys, type JourneyName, type JourneyViews } from './journeys/case-views.journey.js';
import type { Rules } from './rules.measure.js';

/**
 * How a measure's rows become a figure, and what `x` of a row says. Source: contract, measures, "Kinds".
 *
 * | kind       | x of a row                                         | value of a figure               |
 * | ---------- | -------------------------------------------------- | ------------------------------- |
 * | count      | 0                                                  | how many                        |
 * | proportion | `yes` or `no`                                      | yes ÷ all                       |
 * | limit      | `yes`: met; `no`: missed unless met, from that day | met ÷ settled                   |
 * | time       | elapsed working days                               | median, with the 90th percentile |
 * | mean       | the quantity                                       | sum ÷ how many                  |
 * | stock      | the day it ended, or `stillOpen`                   | how many stand open at a date   |
 * | shares     | index of the part                                  | how many, by part               |
 */
export type KindName = 'count' | 'proportion' | 'limit' | 'time' | 'mean' | 'stock' | 'shares';

export const yes = 1;
export const no = 0;
/** The end of a stock row that has none yet: a day after every other. */
export const stillOpen: Day = 0x7fffffff;
/** A limit or time that needs a day beyond the holiday calendar: no figure can be given from that day on. */
export const notComputable = -1;

/** Takes one contribution: on which day it is counted, and what. */
export type Count = (day: Day, x: number) => void;

interface Declaration {
  readonly id: string;
  /** Changes with the meaning, never with the wording. */
  readonly version: string;
  /** Of a version that follows another: the first day, `YYYY-MM-DD`, on which it is in force. */
  readonly inForceFrom?: string;
  readonly title: string;
  /** The rule in words, for the people who read the figure. */
  readonly definition: string;
  readonly kind: KindName;
  readonly unit: 'claims' | 'proportion' | 'working days' | 'seconds' | 'redeterminations' | 'appeals' | 'complaints';
  readonly betterWhen: 'higher' | 'lower' | 'neither';
  /** The facts that can change what is counted, besides those that place the journey. */
  readonly reads: readonly FactName[];
  /** Which day a contribution is dated, in words. */
  readonly dateRule: string;
  /** What runs while something is waited for, in words; `null` where nothing does. */
  readonly clock: string | null;
  /** Days after a period's end for which its figures may still change as a matter of course. */
  readonly provisionalDays: number;
  /** Whether items are placed by how they began, so that recent periods are always unfinished. */
  readonly cohort: boolean;
  /** Whether items count only from their date on, which may lie ahead of what is known; always so of limits. */
  readonly settles?: true;
  /** The only lengths of period that it has figures for; absent: every length. */
  readonly grains?: readonly Grain[];
  /** The codes of `x`, for shares. */
  readonly parts?: readonly string[];
  /** Dimensions worked out when asked, which go with the cube {benefit, channel}. */
  readonly derivedDimensions?: readonly 'waiting'[];
  /** What kind of figure it is while it is live; a release says for itself what it is. */
  readonly classification: 'management information' | 'official statistic';
  readonly source: string;
}

/** A measure of one journey: its declaration, and the pure function that counts. */
export type MeasureOf<Name extends JourneyName> = {
  [Journey in Name]: Declaration & {
    readonly journey: Journey;
    readonly contribute: (view: JourneyViews[Journey], rules: Rules, count: Count) => void;
  };
}[Name];

export type Measure = MeasureOf<JourneyName>;

/** How a measure is named in a layout: `<id>@<version>`. */
export function nameOf({ id, version }: Pick<Measure, 'id' | 'version'>): string {
  return `${id}@${version}`;
}

/** Sets of dimensions that may be used together for a measure. Source: contract, measures, "Breakdowns". */
export function cubesOf(measure: Measure): readonly (readonly string[])[] {
  const derived = measure.derivedDimensions ?? [];
  return journeys[measure.journey].cubes.map((cube) => (cube.includes('channel') ? [...cube, ...derived] : cube));
}

/** Every fact that can change the measure's contributions or where they are placed. */
export function factsThatChange(measure: Measure): ReadonlySet<FactName> {
  return new Set([...journeys[measure.journey].placedBy, ...measure.reads]);
}
