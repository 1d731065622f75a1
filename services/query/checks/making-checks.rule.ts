import { formatDay, type Day } from '../../../libs/calendars/local-date.calendar.js';
import type { Period } from '../../../libs/calendars/period.calendar.js';
import { DAYS_TO_FINAL } from '../../../libs/publication/release-state.rule.js';
import type { Check } from './check.fact.js';
import { checkOf, counted } from './check.rule.js';

/** Seconds that a record may wait to be counted before it is told. */
const LONGEST_WAIT_S = 10;

/** What making a release depends on, whatever is in it. */
export interface Makeable {
  readonly year: Period;
  /** K */
  readonly asOf: Day;
  /** Whether anything has been counted. */
  readonly isCounted: boolean;
  /** False where something reported may be missing. */
  readonly isWhole: boolean;
  /** Whether there is a key to sign with. */
  readonly canSign: boolean;
  readonly lag: Lag;
  /** Events that could not be taken in, since the beginning of the log. */
  readonly quarantined: number;
}

/** What lies on the log and is not counted yet. */
export interface Lag {
  readonly events: number;
  /** Of the one that has waited longest; 0 where none waits. */
  readonly waitedSeconds: number;
  /** The day on which that one was put on the log. */
  readonly since: Day;
}

/** Whether a release can be made at all, and as what. */
export function makingChecks(known: Makeable): readonly Check[] {
  return [...refusalChecks(known), ...lagChecks(known), ...calendarChecks(known), ...quarantineChecks(known)];
}

/** The first day on which a year can be final: a release made on it is known as of the day before. */
export function finalFrom({ end }: Pick<Period, 'end'>): Day {
  return end + DAYS_TO_FINAL + 1;
}

function refusalChecks({ isCounted, isWhole, canSign }: Makeable): readonly Check[] {
  return [
    ...(isCounted ? [] : [blocking('nothing-counted', 'Nothing has been counted yet.')]),
    ...(isWhole ? [] : [blocking('not-whole', 'Not all that was reported and filed can be read now: ask again.')]),
    ...(canSign
      ? []
      : [blocking('no-signing-key', 'There is no key to sign a release with: see CHARTER_SIGNING_KEY.')]),
  ];
}

function blocking(check: Check['check'], says: string): Check {
  return checkOf({ check, weight: 'blocks', says });
}

/** What waits since K or before may belong in a release made now; what came later does not. */
function lagChecks({ lag: { events, waitedSeconds, since }, asOf }: Makeable): readonly Check[] {
  if (events === 0 || waitedSeconds <= LONGEST_WAIT_S) return [];
  const says = `${counted(events, 'event')} on the log ${events === 1 ? 'is' : 'are'} not counted yet, the first since ${formatDay(since)}.`;
  return [checkOf({ check: 'lag', weight: since <= asOf ? 'blocks' : 'look', says, count: events })];
}

/** Neither stands in the way of a provisional release. */
function calendarChecks({ year, asOf }: Makeable): readonly Check[] {
  const final = formatDay(finalFrom(year));
  if (asOf < year.end) {
    const says = `The year ends on ${formatDay(year.end)}. A release made now holds it to ${formatDay(asOf)}; final is from ${final}.`;
    return [checkOf({ check: 'year-not-ended', weight: 'look', says, until: formatDay(year.end + 1) })];
  }
  if (asOf + 1 >= finalFrom(year)) return [];
  const says = `The year can be final from ${final}. Until then all of its figures are provisional.`;
  return [checkOf({ check: 'final-too-early', weight: 'look', says, until: final })];
}

function quarantineChecks({ quarantined }: Makeable): readonly Check[] {
  if (quarantined === 0) return [];
  const says = `${counted(quarantined, 'event')} could not be taken in and ${quarantined === 1 ? 'is' : 'are'} in no figure, of whatever year.`;
  return [checkOf({ check: 'quarantined', weight: 'look', says, count: quarantined })];
}
