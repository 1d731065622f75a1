import type { CommitmentRow, Indicator } from '../query-client/answers.fact.js';
import type { FiguresTold } from './figures-told.fact.js';
import { goingOf, type Going } from './going.story.js';

/** A promise with how it is going. */
export interface CharterPromise extends CommitmentRow {
  readonly going: Going;
}

/** A section of the charter: its promises, and how many of them figures show. */
export interface Section {
  readonly title: string;
  readonly id: string;
  readonly summary: string;
  readonly promises: readonly CharterPromise[];
}

/** The sections of an edition, in its order. */
export function sectionsOf(
  commitments: readonly (CommitmentRow & { readonly indicators: readonly Indicator[] })[],
  told: FiguresTold | null,
): readonly Section[] {
  return [...Map.groupBy(commitments, ({ section }) => section)].map(([title, rows], index) => {
    const promises = rows.map(({ indicators, ...row }) => ({ ...row, going: goingOf(indicators, told) }));
    return { title, id: `section-${index + 1}`, summary: summaryOf(promises.map(({ going }) => going)), promises };
  });
}

function summaryOf(goings: readonly Going[]): string {
  const shown = goings.filter(({ figures }) => figures > 0).length;
  const off = goings.filter(({ states }) => states.includes('off-target')).length;
  const all = goings.length === 1 ? '1 promise.' : `${goings.length} promises.`;
  if (shown === 0) return `${all} None is shown by figures.`;
  const live = `${shown} ${shown === 1 ? 'is' : 'are'} shown by figures.`;
  if (off === 0) return `${all} ${live}`;
  return `${all} ${live} ${off} of those ${off === 1 ? 'has' : 'have'} a figure off target.`;
}
