import { statementOf } from '../figures/statement.words.js';
import { pointOf } from '../figures/story-point.story.js';
import type { AttentionAnswer, Indicator, Standing, State } from '../query-client/answers.fact.js';
import { filedSentence, latestFiled } from './filed.words.js';
import { measureShowing } from './measure-showing.rule.js';

/** How a promise is going: the states of the figures that show it, and what they say. Never averaged into a score. */
export interface Going {
  /** States that its own figures are in, worst first; those without a target are in none. */
  readonly states: readonly ShownState[];
  /** At most three sentences. */
  readonly sentences: readonly string[];
  /** How many live figures of its own it has. */
  readonly figures: number;
}

/** A state that says something of how it goes. */
export type ShownState = Exclude<State, 'gap' | 'no-target'>;

const worstFirst: readonly State[] = [
  'off-target',
  'gone-quiet',
  'no-clear-change',
  'too-few',
  'on-target',
  'no-target',
];

/** Figures that are told one by one; of more it is said how many there are. */
const TOLD = 2;

/** What else stands for a promise, where no figure shows it yet. */
const sources: readonly { readonly kind: Indicator['evidence']['kind']; readonly words: string }[] = [
  { kind: 'survey', words: 'a survey' },
  { kind: 'reported', words: 'reported figures' },
  { kind: 'narrative', words: 'an account in words' },
];

/** Reads how a promise is going off its indicators. `attention` is `null` for whoever may not see figures. */
export function goingOf(indicators: readonly Indicator[], attention: AttentionAnswer | null): Going {
  if (indicators.length === 0) return withoutFigures('Nothing measures this promise. That is a gap.');
  const own = indicators.filter(({ evidence }) => evidence.relation === 'direct');
  if (attention === null && own.some(({ evidence }) => evidence.kind === 'computed'))
    return withoutFigures('Figures show this. They are not open to you.');
  const standings = attention === null ? [] : standingsOf(own, attention);
  if (attention === null || standings.length === 0) return withoutFigures(sourcesSentence(indicators, attention));
  const said = standings.slice(0, TOLD).map((standing) => sayingOf(standing, attention.audience));
  const more = standings.length - said.length;
  return {
    states: statesOf(standings),
    sentences:
      more === 0 ? said : [...said, more === 1 ? 'One more figure shows this.' : `${more} more figures show this.`],
    figures: standings.length,
  };
}

function withoutFigures(sentence: string): Going {
  return { states: [], sentences: [sentence], figures: 0 };
}

/** The standings of indicators' measures, worst first, each once; those without a figure are left out. */
function standingsOf(indicators: readonly Indicator[], { rows }: AttentionAnswer): readonly Standing[] {
  const measures = new Set(indicators.map(({ evidence }) => measureShowing(evidence)));
  return rows
    .filter(({ measure, state, latest }) => measures.has(measure.id) && state !== 'gap' && hasBegun(measure, latest))
    .toSorted((a, b) => worstFirst.indexOf(a.state) - worstFirst.indexOf(b.state));
}

/** A survey that nobody has answered shows nothing; another measure shows that there was nothing to count. */
function hasBegun({ id }: Standing['measure'], { value }: Standing['latest']): boolean {
  return value !== null || !id.startsWith('survey.');
}

function statesOf(standings: readonly Standing[]): readonly ShownState[] {
  const states = standings.map(({ state }) => state).filter((state) => state !== 'gap' && state !== 'no-target');
  return [...new Set(states)];
}

function sayingOf({ measure, grain, latest }: Standing, audience: string): string {
  return `${statementOf(measure, pointOf(measure, { grain, audience }, latest))}.`;
}

function sourcesSentence(indicators: readonly Indicator[], attention: AttentionAnswer | null): string {
  const direct = new Set(
    indicators.filter(({ evidence }) => evidence.relation === 'direct').map(({ evidence }) => evidence.kind),
  );
  const named = sources.filter(({ kind }) => direct.has(kind)).map(({ words }) => words);
  const judged = [
    named.length === 0 ? 'No figure of its own yet.' : `Judged once a year, by ${listed(named)}.`,
    ...toldSentences(indicators),
  ].join(' ');
  const proxies = indicators.filter(({ evidence }) => evidence.kind === 'computed' && evidence.relation === 'proxy');
  const related = attention === null ? 0 : standingsOf(proxies, attention).length;
  if (related === 0) return judged;
  return `${judged} ${related === 1 ? '1 figure is' : `${related} figures are`} related.`;
}

/** The first thing that people told of a promise themselves. */
function toldSentences(indicators: readonly Indicator[]): readonly string[] {
  const told = indicators.flatMap(({ filed }) => latestFiled(filed) ?? []);
  return told.slice(0, 1).map(filedSentence);
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
