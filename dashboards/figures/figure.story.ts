import type { Definition, Kind, MeasureHeading, Objective, ObservationsAnswer } from '../query-client/answers.fact.js';
import { alternativeOf } from './alternative.words.js';
import { type ChartScale, scaleFor } from './chart-scale.rule.js';
import { type StoryTable, tableOf } from './figure-table.story.js';
import { headingOf } from './heading.words.js';
import { dateText, grainText, spanText } from './periods.words.js';
import { isControlled, pointOf, type StoryPoint } from './story-point.story.js';
import { aimText, unitText } from './units.words.js';

/** The line that figures are held against. */
export interface StoryTarget {
  readonly value: number;
  /** `90%`, `at most 5 min`. */
  readonly text: string;
  /** The value by itself: `5 min`. */
  readonly amount: string;
  /** `Target`; `Demonstration value` where nobody has laid it down. */
  readonly label: string;
}

/** All that a figure's section says. Heading, text alternative, chart and table are drawn from it and from nothing else. */
export interface Story {
  readonly kind: Kind;
  /** The message, true to the data, at most 25 words, without a full stop. */
  readonly heading: string;
  /** What is shown: title, unit, grain, place, periods and the day as known at which. */
  readonly subtitle: string;
  /** The text alternative of the chart: one to three sentences. */
  readonly alternative: string;
  /** What a reader of the chart must know besides, a sentence each. */
  readonly notes: readonly string[];
  /** One a period, in order. */
  readonly points: readonly StoryPoint[];
  readonly target: StoryTarget | null;
  readonly table: StoryTable;
  readonly scale: ChartScale;
  readonly drawing: Drawing;
}

/** How a story is drawn: few periods as bars, more as a line; outcomes in a panel each. */
export type Drawing = 'line' | 'bars' | 'parts';

/** A line through fewer points than this would promise more than it shows. */
const FEWEST_FOR_A_LINE = 5;

/** What a story is about, beside the figures. `place`: `Scottish Child Payment, online`, or `all benefits`. */
export interface About {
  readonly definition: Definition;
  readonly objective: Objective | null;
  readonly place: string;
}

/**
 * The story of an answer without a breakdown, whose rows are one a period.
 *
 * @throws RangeError where the answer is broken down: its rows are not one series
 */
export function storyOf(answer: ObservationsAnswer, { definition, objective, place }: About): Story {
  if (answer.by.length > 0) throw new RangeError('a story is of one series: ask without a breakdown');
  const { measure, grain, asOf, audience } = answer;
  const points = answer.observations.map((observation) => pointOf(measure, answer, observation));
  const target = targetOf(measure, points, objective);
  const drawing = drawingOf(measure, points);
  const scale = scaleFor(measure, points, drawing === 'line');
  const title = `${measure.title}${unitInSubtitle(measure)}`;
  const span = spanText(points);
  return {
    kind: measure.kind,
    heading: headingOf({ ...measure, cohort: definition.cohort }, points),
    subtitle: [title, grainText(grain), place, span, `as known on ${dateText(asOf)}`]
      .filter((text) => text !== '')
      .join(', '),
    alternative: alternativeOf(measure, points, target),
    notes: notesOf(measure, points, drawing, scale, target),
    points,
    target,
    table: tableOf(measure, points, isControlled(audience)),
    scale,
    drawing,
  };
}

/** The last target that a period carries; its role is known only where it is the objective that is in force. */
function targetOf(
  measure: MeasureHeading,
  points: readonly StoryPoint[],
  objective: Objective | null,
): StoryTarget | null {
  const value = points.findLast(({ target }) => target !== null)?.target ?? null;
  if (value === null) return null;
  const amount = aimText(measure, value);
  const isObjective = objective?.value === value;
  return {
    value,
    text: `${isObjective && objective.op === 'lte' ? 'at most ' : ''}${amount}`,
    amount,
    label: isObjective && objective.role === 'assumption' ? 'Demonstration value' : 'Target',
  };
}

function unitInSubtitle({ kind, unit }: MeasureHeading): string {
  if (kind === 'time') return `, median in ${unitText(unit)}`;
  return kind === 'mean' ? ', mean' : '';
}

function drawingOf({ kind }: MeasureHeading, points: readonly StoryPoint[]): Drawing {
  if (kind === 'shares') return 'parts';
  return points.length < FEWEST_FOR_A_LINE ? 'bars' : 'line';
}

const band: Readonly<Record<Drawing, string>> = {
  line: 'The shaded band',
  bars: 'The thin line at the end of a bar',
  parts: 'The thin line',
};

function notesOf(
  measure: MeasureHeading,
  points: readonly StoryPoint[],
  drawing: Drawing,
  { low, isFromZero }: ChartScale,
  target: StoryTarget | null,
): readonly string[] {
  const firstProvisional = points.find((point) => point.provisional && point.value !== null);
  return [
    ...(firstProvisional === undefined
      ? []
      : [`What is dashed, from ${firstProvisional.label}, is provisional and may still change.`]),
    ...(points.some(({ value, interval }) => value !== null && interval !== null)
      ? [`${band[drawing]} shows chance variation between periods. It is not about sampling: every case is counted.`]
      : []),
    ...(drawing === 'parts' ? ['Each panel shows a share of all, from nothing to 100%.'] : []),
    ...(isFromZero ? [] : [`The scale starts at ${aimText(measure, low)}, not at 0%.`]),
    ...(target?.label === 'Demonstration value'
      ? ['The demonstration value is not a target that anyone has set.']
      : []),
  ];
}
