import type { CommitmentRow } from '../query-client/answers.fact.js';
import type { ComputedMeasure, FrameworkMeasure, MeasuresAnswer } from '../query-client/definitions.fact.js';
import { glossary, type Term } from '../reference/glossary.words.js';
import type { Findable } from './search.rule.js';

/** What a page of the site is about. */
export const FOUND_KINDS = ['promise', 'measure', 'framework', 'word'] as const;

export type FoundKind = (typeof FOUND_KINDS)[number];

/** A page that can be found, with what is said of it. */
export interface FindablePage extends Findable {
  readonly kind: FoundKind;
  readonly href: string;
  /** As a result shows it. */
  readonly summary: string;
}

/** Everything that can be found: promises, measures, the framework's measures, and words that are explained. */
export function findablePages(
  commitments: readonly CommitmentRow[],
  { measures, framework }: MeasuresAnswer,
): readonly FindablePage[] {
  return [
    ...commitments.map(promisePage),
    ...measures.filter(({ id }) => !id.startsWith('survey.')).map(measurePage),
    ...framework.map(frameworkPage),
    ...glossary.map(wordPage),
  ];
}

function promisePage({ edition, id, title, section }: CommitmentRow): FindablePage {
  const summary = `Promise ${id} of ${edition}: ${section}.`;
  return { kind: 'promise', href: `/commitments/${edition}/${id}`, title, summary, text: summary };
}

function measurePage({ id, title, definition }: ComputedMeasure): FindablePage {
  return { kind: 'measure', href: `/methods#${id}`, title, summary: definition, text: `${id} ${definition}` };
}

function frameworkPage({ id, title, section, dataSource }: FrameworkMeasure): FindablePage {
  const summary = `Measure ${id} of the framework: ${section}.`;
  return { kind: 'framework', href: `/scrutiny/${id}`, title, summary, text: `${id} ${summary} ${dataSource}` };
}

function wordPage({ id, term, meaning }: Term): FindablePage {
  return { kind: 'word', href: `/glossary#${id}`, title: term, summary: meaning, text: meaning };
}
