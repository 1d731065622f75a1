/**
 * Numbers what is shown: a revision is the moment, in milliseconds, at which the process began to show it, or one more
 * than the revision before where the clock has not moved on. So it only grows: within a process always, across a restart
 * and a rebuild as the clock does. It does not depend on what has been counted, which a rebuild may leave as it was while
 * the figures change, and which the end of a day changes without anything being counted.
 */
export class Revisions {
  /** The first of this process: nothing is known of those before. */
  readonly first: number;
  #latest: number;

  constructor(now: number) {
    this.first = now;
    this.#latest = now;
  }

  get latest(): number {
    return this.#latest;
  }

  /** What is shown may be other than before. */
  advance(now: number): void {
    this.#latest = Math.max(this.#latest + 1, now);
  }
}

/** Where a reader left off: a revision of this process, nowhere, or at one that cannot be placed. */
export type LeftOff = number | 'nowhere' | 'too-old' | 'unknown';

/** What a `Last-Event-ID` header says, given the revisions there have been. */
export function readLastEventId(
  header: string | undefined,
  { first, latest }: Pick<Revisions, 'first' | 'latest'>,
): LeftOff {
  if (header === undefined || header === '') return 'nowhere';
  const revision = /^[0-9]{1,15}$/.test(header) ? Number(header) : Infinity;
  if (revision > latest) return 'unknown';
  return revision < first ? 'too-old' : revision;
}
