import type { ReleaseHead } from './release.fact.js';

/** What the releases of a year are told apart by. */
type Named = Pick<ReleaseHead, 'id' | 'year'>;

/** The id of a year's next release, `2025-26.3` the third: a year and a number that only grows. */
export function nextReleaseId(year: string, earlier: readonly Named[]): string {
  return `${year}.${String(highestNumber(year, earlier) + 1)}`;
}

/** The id of the release that a year's next one supersedes: the last one made; `null` where it is the first. */
export function supersededBy(year: string, earlier: readonly Named[]): string | null {
  const highest = highestNumber(year, earlier);
  return highest === 0 ? null : `${year}.${String(highest)}`;
}

/** The id that the release has which supersedes this one, if there is one: releases of a year are numbered in turn. */
export function successorId(id: string): string {
  const [year = '', number] = id.split('.');
  return `${year}.${String(Number(number) + 1)}`;
}

function highestNumber(year: string, earlier: readonly Named[]): number {
  return Math.max(0, ...earlier.filter((one) => one.year === year).map(({ id }) => Number(id.slice(year.length + 1))));
}
