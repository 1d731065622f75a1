import { markText } from '../figures/marks.words.js';
import { pointOf } from '../figures/story-point.story.js';
import type { Grain, Mark, MeasureHeading, Observation } from '../query-client/answers.fact.js';

/** Marks that stand in the place of a value, and need not be said beside it again. */
const instead: readonly Mark[] = ['c', 'x', 'z'];

/** A figure with when it is of and its marks: `54.2% in October 2026 [p]`. */
export function figureText(measure: MeasureHeading, observation: Observation, audience: string): string {
  const { amount, duringInFull } = pointOf(measure, { grain: grainOf(observation), audience }, observation);
  return [amount, duringInFull, ...besideMarks(observation.status)].join(' ');
}

/** The marks that do not stand in the place of the value: `[p]`, `[r]`. */
export function besideMarks(marks: readonly Mark[]): readonly string[] {
  return marks.filter((mark) => !instead.includes(mark)).map(markText);
}

/** Standings are of months, or of financial years, which alone have days of two calendar years. */
function grainOf({ start, end }: Observation): Grain {
  return start.slice(0, 4) === end.slice(0, 4) ? 'month' : 'year';
}
