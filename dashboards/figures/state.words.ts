import type { Objective, Standing, State } from '../query-client/answers.fact.js';
import { phrasesOf } from './figure.words.js';
import { dateOfInstantText } from './periods.words.js';
import { statementOf } from './statement.words.js';
import { pointOf, type StoryPoint } from './story-point.story.js';
import { aimText, type Measured, numberText } from './units.words.js';

const words: Readonly<Record<State, string>> = {
  'on-target': 'On target',
  'off-target': 'Off target',
  'no-clear-change': 'Too close to tell',
  'too-few': 'Too few to say',
  'gone-quiet': 'Gone quiet',
  'no-target': 'No target',
  gap: 'No figure yet',
};

/** A state in words. */
export interface StateWords {
  /** `Off target`. */
  readonly word: string;
  /** Why, in one to three sentences: `82.0% of decisions were made in time in October; the aim is 90%. 14 were late.` */
  readonly sentence: string;
}

/** The word of a state by itself. */
export function stateWord(state: State): string {
  return words[state];
}

const TOO_ROUGH = 'Counts are rounded: that is too rough to say whether it was met.';

/** What is said of a standing. */
type Stands = Pick<Standing, 'measure' | 'grain' | 'latest' | 'state' | 'objective' | 'missed' | 'quietSince'>;

/** The state of a measure in words, as an audience may see it. */
export function stateOf(standing: Stands, audience: string): StateWords {
  const point = pointOf(standing.measure, { grain: standing.grain, audience }, standing.latest);
  return { word: words[standing.state], sentence: sentenceOf(standing, point) };
}

/** A figure that has an aim, but of which too little may be shown to hold it against that. */
export function unjudgedSentence(
  { measure, grain, latest }: Pick<Standing, 'measure' | 'grain' | 'latest'>,
  audience: string,
  objective: Pick<Objective, 'op' | 'value'>,
): string {
  const point = pointOf(measure, { grain, audience }, latest);
  const why = point.value === null ? '' : ` ${TOO_ROUGH}`;
  return `${statementOf(measure, point)}; the aim is ${aimOf(measure, objective)}.${why}`;
}

function sentenceOf({ measure, state, objective, missed, quietSince }: Stands, point: StoryPoint): string {
  const statement = statementOf(measure, point);
  const aim = objective === null ? '' : aimOf(measure, objective);
  switch (state) {
    case 'on-target':
      return `${statement}; the aim is ${aim}.`;
    case 'off-target':
      return `${statement}; the aim is ${aim}.${missedText(phrasesOf(measure).otherwise, missed)}`;
    case 'no-clear-change':
      return `${statement}; the aim is ${aim}. ${seemsToBeAll(point, objective) ? TOO_ROUGH : 'Chance alone could explain the difference.'}`;
    case 'too-few':
      return `${fewText(point)}. That is too few to hold against the aim of ${aim}.`;
    case 'gone-quiet': {
      const { quiet } = phrasesOf(measure);
      return quietSince === null ? `${quiet} for some time.` : `${quiet} since ${dateOfInstantText(quietSince)}.`;
    }
    case 'no-target':
      return `${statement}. ${objective === null ? 'There is no target.' : `There is no target: ${aim} is a demonstration line only.`}`;
    case 'gap':
      return point.value === null ? `${statement}.` : 'Nothing reports this yet.';
  }
}

/** All, where all is the aim: exact figures would have been judged, so these are rounded. */
function seemsToBeAll({ value }: StoryPoint, objective: Objective | null): boolean {
  return value === 1 && objective?.op === 'gte' && objective.value === 1;
}

function aimOf(measure: Measured, { op, value }: Pick<Objective, 'op' | 'value'>): string {
  return `${op === 'lte' ? 'at most ' : ''}${aimText(measure, value)}`;
}

function missedText(otherwise: string, missed: number | null): string {
  if (missed === null || missed === 0) return '';
  return ` ${numberText(missed)} ${missed === 1 ? otherwise.replace(/^were/, 'was') : otherwise}.`;
}

function fewText({ value, denominator, duringInFull }: StoryPoint): string {
  const counted = denominator ?? value ?? 0;
  return counted === 0 ? `Nothing was counted ${duringInFull}` : `Only ${numberText(counted)} counted ${duringInFull}`;
}
