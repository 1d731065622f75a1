import { dateText, momentText } from '../figures/periods.words.js';
import type { ListedRelease } from '../query-client/releases.fact.js';
import type { YearStanding } from './year-standing.rule.js';

/** How far a year has come, as its heading: `2025-26 has a provisional release`. */
export function yearHeading({ year, releases }: YearStanding): string {
  const [latest] = releases;
  return latest === undefined ? `${year} has no release yet` : `${year} has a ${latest.state} release`;
}

/** When a year can be final. */
export function finalText({ hasEnded, mayBeFinal, finalFrom, releases }: YearStanding): string {
  if (releases[0]?.state === 'final') return 'A later release can still put it right.';
  if (mayBeFinal) return `It has been ready to be made final since ${dateText(finalFrom)}.`;
  const ending = hasEnded ? 'The year has ended.' : 'The year has not ended.';
  return `${ending} It may be final from ${dateText(finalFrom)}.`;
}

/** What a release is: `Provisional, made on 24 November 2026, 00:29.` */
export function releaseText({ state, madeAt, asOf }: ListedRelease): string {
  const name = state === 'final' ? 'Final' : 'Provisional';
  return `${name}, made on ${momentText(madeAt)}. It holds what was known at the end of ${dateText(asOf)}.`;
}

/** Until when only those who prepare it read it; `null`: everybody may. */
export function embargoText({ embargoUntil }: ListedRelease, now: number): string | null {
  if (embargoUntil === null || Date.parse(embargoUntil) <= now) return null;
  return `Under embargo until ${momentText(embargoUntil)}.`;
}
