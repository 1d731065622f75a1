import type { State } from '../query-client/answers.fact.js';
import type { RowKind, ScrutinyPromise } from './row.story.js';

/** Which rows are shown; `null`: all of them. */
export interface RowChoice {
  readonly edition: string | null;
  readonly section: string | null;
  readonly state: State | null;
  readonly kind: RowKind | null;
}

export const STATES: readonly State[] = [
  'off-target',
  'gone-quiet',
  'no-clear-change',
  'too-few',
  'on-target',
  'no-target',
  'gap',
];

export const KINDS: readonly RowKind[] = ['computed', 'survey', 'reported', 'narrative', 'nothing'];

/** Reads a choice off an address. What is empty, or a state or kind that there is not, is not chosen. */
export function rowChoiceOf(search: URLSearchParams): RowChoice {
  const said = (name: string): string | null => search.get(name)?.trim() || null;
  return {
    edition: said('edition'),
    section: said('section'),
    state: STATES.find((state) => state === said('state')) ?? null,
    kind: KINDS.find((kind) => kind === said('kind')) ?? null,
  };
}

/** The promises of an edition and section with the rows that were chosen; those that have none are left out. */
export function chosenOf(promises: readonly ScrutinyPromise[], { state, kind }: RowChoice): readonly ScrutinyPromise[] {
  return promises
    .map(({ commitment, rows }) => ({
      commitment,
      rows: rows.filter((row) => (state === null || row.state === state) && (kind === null || row.kind === kind)),
    }))
    .filter(({ rows }) => rows.length > 0);
}
