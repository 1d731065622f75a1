import { formatDay, localDay } from '../../libs/calendars/local-date.calendar.js';
import { parseYear } from '../../libs/calendars/period.calendar.js';
import type { ListedRelease } from '../query-client/releases.fact.js';

/** Whole days that must pass after a year's last before it can be final (contract: interfaces, "The annual framework"). */
const DAYS_TO_FINAL = 28;

/** How far a financial year has come. */
export interface YearStanding {
  readonly year: string;
  /** The latest made first. */
  readonly releases: readonly ListedRelease[];
  readonly hasEnded: boolean;
  /** The first day on which it can be final. */
  readonly finalFrom: string;
  readonly mayBeFinal: boolean;
}

/** How a year stands at a moment; `null` for what is no year, or has no whole day yet. */
export function yearStanding(year: string, releases: readonly ListedRelease[], now: number): YearStanding | null {
  const period = parseYear(year);
  const today = localDay(now);
  if (period === null || today <= period.start) return null;
  const finalFrom = period.end + DAYS_TO_FINAL + 1;
  return {
    year,
    releases: releases.filter((release) => release.year === year),
    hasEnded: today > period.end,
    finalFrom: formatDay(finalFrom),
    mayBeFinal: today >= finalFrom,
  };
}

/** The last whole day at a moment: what a release made then knows of. */
export function lastWholeDay(now: number): string {
  return formatDay(localDay(now) - 1);
}
