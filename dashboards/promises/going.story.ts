import type { Indicator, State } from '../query-client/answers.fact.js';

/** How a promise is going: the states of the figures that show it, and one sentence. Never averaged into a score. */
export interface Going {
  /** States of its own figures, worst first, with how many figures are in each. */
  readonly states: readonly { readonly state: ShownState; readonly count: number }[];
  readonly sentence: string;
}

/** A state of a figure that is there: a gap is none. */
export type ShownState = Exclude<State, 'gap'>;

const worstFirst: readonly ShownState[] = [
  'off-target',
  'gone-quiet',
  'no-clear-change',
  'too-few',
  'on-target',
  'no-target',
];

/** Each state said of a number of figures. */
const phrases: Readonly<Record<ShownState, (count: number) => string>> = {
  'off-target': (count) => `${count} ${count === 1 ? 'is' : 'are'} off target`,
  'gone-quiet': (count) => `${count} ${count === 1 ? 'has' : 'have'} stopped coming in`,
  'no-clear-change': (count) => `${count} ${count === 1 ? 'is' : 'are'} too close to the target to say`,
  'too-few': (count) => `${count} ${count === 1 ? 'has' : 'have'} too few cases to say`,
  'on-target': (count) => `${count} ${count === 1 ? 'is' : 'are'} on target`,
  'no-target': (count) => `${count} ${count === 1 ? 'has' : 'have'} no target`,
};

/** What else stands for a promise, where no figure shows it yet. */
const sources: readonly { readonly kind: Indicator['evidence']['kind']; readonly words: string }[] = [
  { kind: 'survey', words: 'a yearly survey' },
  { kind: 'reported', words: 'figures reported once a year' },
  { kind: 'narrative', words: 'an account in words once a year' },
];

/** Reads how a promise is going off its indicators. */
export function goingOf(indicators: readonly Indicator[]): Going {
  if (indicators.length === 0) return { states: [], sentence: 'Nothing measures this promise. That is a gap.' };
  const own = indicators.filter(isOwnFigure);
  const isHidden = own.length > 0 && own.every(({ state }) => state === null);
  if (isHidden) return { states: [], sentence: 'Its figures are not open to you.' };
  const states = statesOf(own);
  if (states.length > 0) return { states, sentence: figuresSentence(states) };
  return { states: [], sentence: `${sourcesSentence(indicators)}${relatedSentence(indicators)}` };
}

function isOwnFigure({ evidence }: Indicator): boolean {
  return evidence.kind === 'computed' && evidence.relation === 'direct';
}

function statesOf(indicators: readonly Indicator[]): Going['states'] {
  return worstFirst
    .map((state) => ({ state, count: indicators.filter((indicator) => indicator.state === state).length }))
    .filter(({ count }) => count > 0);
}

function figuresSentence(states: Going['states']): string {
  const count = states.reduce((sum, state) => sum + state.count, 0);
  const parts = states.map((state) => phrases[state.state](state.count));
  return `${count === 1 ? '1 figure shows' : `${count} figures show`} this: ${listed(parts)}.`;
}

function sourcesSentence(indicators: readonly Indicator[]): string {
  const kinds = new Set(
    indicators.filter(({ evidence }) => evidence.relation === 'direct').map((one) => one.evidence.kind),
  );
  const named = sources.filter(({ kind }) => kinds.has(kind)).map(({ words }) => words);
  return named.length === 0 ? 'No figure of its own yet.' : `Judged by ${listed(named)}.`;
}

function relatedSentence(indicators: readonly Indicator[]): string {
  const states = statesOf(indicators.filter(({ evidence }) => evidence.relation === 'proxy'));
  const count = states.reduce((sum, state) => sum + state.count, 0);
  if (count === 0) return '';
  return count === 1 ? ' There is 1 related figure.' : ` There are ${count} related figures.`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
