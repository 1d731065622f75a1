import type { MeasureHeading } from '../query-client/answers.fact.js';
import { capitalised, firstThatIsShort } from './sentence.words.js';
import type { StoryPoint } from './story-point.story.js';

/** What a chart's text alternative says beside the points. */
export interface Aim {
  readonly text: string;
  readonly label: string;
}

/**
 * The text alternative of a chart: what it shows with first and last, then lowest and highest (of outcomes: the last
 * ones), then the target and what is not firm. At most three sentences.
 */
export function alternativeOf(measure: MeasureHeading, points: readonly StoryPoint[], target: Aim | null): string {
  const counted = points.filter(({ value }) => value !== null);
  const first = counted.at(0);
  const last = counted.at(-1);
  if (first === undefined || last === undefined) return `Chart of “${measure.title}” without figures.`;
  return [
    extent(measure, first, last),
    measure.kind === 'shares' ? outcomes(last) : range(counted),
    reservations(points, target),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function extent({ title }: MeasureHeading, first: StoryPoint, last: StoryPoint): string {
  if (first === last) return `Chart of “${title}”: ${at(first)}.`;
  return firstThatIsShort([`Chart of “${title}”: ${at(first)}, ${at(last)}.`, `Chart: ${at(first)}, ${at(last)}.`]);
}

function range(counted: readonly StoryPoint[]): string {
  const byValue = counted.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const lowest = byValue.at(0);
  // Of equal ones the first in time.
  const highest = byValue.find(({ value }) => value === byValue.at(-1)?.value);
  if (lowest === undefined || highest === undefined || counted.length < 2) return '';
  if (lowest.value === highest.value) return 'All its figures are the same.';
  return `The lowest is ${at(lowest)}, the highest ${at(highest)}.`;
}

function outcomes({ duringInFull, parts }: StoryPoint): string {
  const list = parts.map(({ name, text }) => `${name} ${text}`).join(', ');
  return list === '' ? '' : `${capitalised(duringInFull)}: ${list}.`;
}

function reservations(points: readonly StoryPoint[], target: Aim | null): string {
  const provisional = points.filter((point) => point.provisional && point.value !== null).length;
  const missing = points.filter(({ value }) => value === null).length;
  const clauses = [
    ...(target === null ? [] : [`the ${target.label.toLowerCase()} is ${target.text}`]),
    ...(provisional === 0 ? [] : [`${figures(provisional)} provisional`]),
    ...(missing === 0 ? [] : [`${missing} ${missing === 1 ? 'period has' : 'periods have'} no figure`]),
  ];
  const sentence = clauses.join('; ');
  return sentence === '' ? '' : `${capitalised(sentence)}.`;
}

function figures(count: number): string {
  return count === 1 ? 'one figure is' : `${count} figures are`;
}

function at({ amount, duringInFull }: StoryPoint): string {
  return `${amount} ${duringInFull}`;
}
