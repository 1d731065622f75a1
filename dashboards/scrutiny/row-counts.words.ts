import type { ScrutinyPromise, ScrutinyRow } from './row.story.js';

/** How many promises and measures have what, a sentence each: `49 of 51 promises have a measure.` Never a score. */
export function countsInWords(promises: readonly ScrutinyPromise[]): readonly string[] {
  const all = promises.length;
  const having = (has: (rows: readonly ScrutinyRow[]) => boolean): number =>
    promises.filter(({ rows }) => has(rows)).length;
  const rows = promises.flatMap((promise) => promise.rows);
  const measures = namesOf(rows);
  const gaps = namesOf(rows.filter(({ kind }) => kind === 'nothing'));
  const isSeen = rows.some(({ kind, state }) => kind !== 'nothing' && state !== null);
  return [
    `${of(having(hasMeasure), all, 'promise')} a measure in the framework.`,
    `${of(having(isCounted), all, 'promise')} a figure of their own that is counted live.`,
    ...(isSeen ? [`${of(having(isOffTarget), all, 'promise')} a figure of their own that is off target.`] : []),
    ...(isSeen ? [`${of(having(hasGap), all, 'promise')} a gap: something that nothing stands for yet.`] : []),
    `${of(gaps, measures, 'measure')} nothing that stands for ${gaps === 1 ? 'it' : 'them'} directly.`,
  ];
}

function of(some: number, all: number, thing: string): string {
  return `${some} of ${all} ${all === 1 ? thing : `${thing}s`} ${some === 1 ? 'has' : 'have'}`;
}

/** How many measures of the framework rows are of: one may be about several promises. */
function namesOf(rows: readonly ScrutinyRow[]): number {
  return new Set(rows.flatMap(({ framework }) => framework?.framework ?? [])).size;
}

function hasMeasure(rows: readonly ScrutinyRow[]): boolean {
  return rows.some(({ framework }) => framework !== null);
}

function isOwn({ relation }: ScrutinyRow): boolean {
  return relation === 'direct';
}

function isCounted(rows: readonly ScrutinyRow[]): boolean {
  return rows.some((row) => row.kind === 'computed' && isOwn(row));
}

function isOffTarget(rows: readonly ScrutinyRow[]): boolean {
  return rows.some((row) => row.state === 'off-target' && isOwn(row));
}

function hasGap(rows: readonly ScrutinyRow[]): boolean {
  return rows.some(({ state }) => state === 'gap');
}
