import type { CommitmentRow, Indicator } from '../query-client/answers.fact.js';
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
): readonly Section[] {
  return [...Map.groupBy(commitments, ({ section }) => section)].map(([title, rows], index) => {
    const promises = rows.map(({ indicators, ...row }) => ({ ...row, going: goingOf(indicators) }));
    return { title, id: `section-${index + 1}`, summary: summaryOf(promises.map(({ going }) => going)), promises };
  });
}

function summaryOf(goings: readonly Going[]): string {
  const shown = goings.filter(({ states }) => states.length > 0);
  const off = shown.filter(({ states }) => states.some(({ state }) => state === 'off-target'));
  const all = `${goings.length} promises.`;
  if (shown.length === 0) return `${all} None is shown by live figures.`;
  const live = `${shown.length} ${shown.length === 1 ? 'is' : 'are'} shown by live figures`;
  return off.length === 0
    ? `${all} ${live}. None of them is off target.`
    : `${all} ${live}. ${off.length} of those ${off.length === 1 ? 'has' : 'have'} a figure off target.`;
}
