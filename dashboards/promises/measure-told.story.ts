import { stateOf } from '../figures/state.words.js';
import { statementOf } from '../figures/statement.words.js';
import { pointOf } from '../figures/story-point.story.js';
import type { AttentionAnswer, Mark, MeasureHeading, Observation, State } from '../query-client/answers.fact.js';

/** What a reader is told of a measure that shows a promise. */
export interface MeasureTold {
  /** Id of the measure. */
  readonly measure: string;
  /** `null`: what the reader may see is too little to judge by. */
  readonly state: State | null;
  /** By itself, with a full stop: `91% of decisions were made in time in October.` */
  readonly statement: string;
  /** Against its objective, in one to three sentences. */
  readonly sentence: string;
  /** What a published figure is made of, and its marks: `2,380 of 4,085, to the nearest 5. [p]`; of live ones empty. */
  readonly counts: string;
  readonly marks: readonly Mark[];
}

/** The measures as they stand today; what nobody has answered yet tells nothing. */
export function toldLive({ rows, audience }: AttentionAnswer): readonly MeasureTold[] {
  return rows
    .filter(({ measure, state, latest }) => state !== 'gap' && hasBegun(measure, latest))
    .map((standing) => {
      const { measure, grain, latest, state } = standing;
      return {
        measure: measure.id,
        state,
        statement: `${statementOf(measure, pointOf(measure, { grain, audience }, latest))}.`,
        sentence: stateOf(standing, audience).sentence,
        counts: '',
        marks: [],
      };
    });
}

/** A survey that nobody has answered shows nothing; another measure shows that there was nothing to count. */
export function hasBegun({ id }: Pick<MeasureHeading, 'id'>, { value }: Pick<Observation, 'value'>): boolean {
  return value !== null || !id.startsWith('survey.');
}
