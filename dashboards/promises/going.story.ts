import type { Indicator, State } from '../query-client/answers.fact.js';
import { filedSentence, latestFiled } from './filed.words.js';
import type { FiguresTold } from './figures-told.fact.js';
import { measureShowing } from './measure-showing.rule.js';
import type { MeasureTold } from './measure-told.story.js';
import { publishedTelling, publishedTellingSentence } from './published/published-telling.words.js';

/** How a promise is going: the states of the figures that show it, and what they say. Never averaged into a score. */
export interface Going {
  /** States that its own figures are in, worst first; those without a target are in none. */
  readonly states: readonly ShownState[];
  /** At most three sentences. */
  readonly sentences: readonly string[];
  /** How many figures of its own it has. */
  readonly figures: number;
}

/** A state that says something of how it goes. */
export type ShownState = Exclude<State, 'gap' | 'no-target'>;

const worstFirst: readonly (State | null)[] = [
  'off-target',
  'gone-quiet',
  'no-clear-change',
  'too-few',
  'on-target',
  'no-target',
  null,
];

/** Figures that are told one by one; of more it is said how many there are. */
const TOLD = 2;

/** What else stands for a promise, where no figure shows it yet. */
const sources: readonly { readonly kind: Indicator['evidence']['kind']; readonly words: string }[] = [
  { kind: 'survey', words: 'a survey' },
  { kind: 'reported', words: 'reported figures' },
  { kind: 'narrative', words: 'an account in words' },
];

/** Reads how a promise is going off its indicators. `told` is `null` where the reader may see no figures. */
export function goingOf(indicators: readonly Indicator[], told: FiguresTold | null): Going {
  if (indicators.length === 0) return withoutFigures('Nothing measures this promise. That is a gap.');
  const own = indicators.filter(({ evidence }) => evidence.relation === 'direct');
  if (told === null && own.some(({ evidence }) => evidence.kind === 'computed'))
    return withoutFigures('Figures show this. None has been published yet.');
  const shown = measuresOf(own, told);
  if (shown.length === 0) return withoutFigures(sourcesSentence(indicators, told));
  const said = shown.slice(0, TOLD).map(({ statement }) => statement);
  const more = shown.length - said.length;
  return {
    states: statesOf(shown),
    sentences:
      more === 0 ? said : [...said, more === 1 ? 'One more figure shows this.' : `${more} more figures show this.`],
    figures: shown.length,
  };
}

function withoutFigures(sentence: string): Going {
  return { states: [], sentences: [sentence], figures: 0 };
}

/** What is told of indicators' measures, worst first, each once. */
function measuresOf(indicators: readonly Indicator[], told: FiguresTold | null): readonly MeasureTold[] {
  const measures = new Set(indicators.map(({ evidence }) => measureShowing(evidence)));
  return (told?.measures ?? [])
    .filter(({ measure }) => measures.has(measure))
    .toSorted((a, b) => worstFirst.indexOf(a.state) - worstFirst.indexOf(b.state));
}

function statesOf(measures: readonly MeasureTold[]): readonly ShownState[] {
  const states = measures
    .map(({ state }) => state)
    .filter((state) => state !== null && state !== 'gap' && state !== 'no-target');
  return [...new Set(states)];
}

function sourcesSentence(indicators: readonly Indicator[], told: FiguresTold | null): string {
  const direct = new Set(
    indicators.filter(({ evidence }) => evidence.relation === 'direct').map(({ evidence }) => evidence.kind),
  );
  const named = sources.filter(({ kind }) => direct.has(kind)).map(({ words }) => words);
  const judged = [
    named.length === 0 ? 'No figure of its own yet.' : `Judged once a year, by ${listed(named)}.`,
    ...tellings(indicators, told).slice(0, 1),
  ].join(' ');
  const proxies = indicators.filter(({ evidence }) => evidence.kind === 'computed' && evidence.relation === 'proxy');
  const related = measuresOf(proxies, told).length;
  if (related === 0) return judged;
  return `${judged} ${related === 1 ? '1 figure is' : `${related} figures are`} related.`;
}

/** What people told of a promise themselves, a sentence each. */
function tellings(indicators: readonly Indicator[], told: FiguresTold | null): readonly string[] {
  const published = told?.published ?? null;
  if (published === null) return indicators.flatMap(({ filed }) => latestFiled(filed) ?? []).map(filedSentence);
  return indicators.flatMap((indicator) => {
    const row = publishedTelling(indicator, published.rows);
    return row === null ? [] : [publishedTellingSentence(row, published.release.year)];
  });
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
