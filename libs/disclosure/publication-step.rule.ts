import { endOfLocalDay, dayOf, civilDate, localDay, weekday, type Day } from '../calendars/local-date.calendar.js';

/** How often the figures of controlled audiences move. Source: contract, interfaces, `CHARTER_STEP`. */
export type StepLength = 'day' | 'week' | 'month';

/** A moment at which figures move, and what they are known to from then on. */
export interface PublicationStep {
  /** 09:30 in Europe/London, in milliseconds since 1970. */
  readonly at: number;
  /** K: the day before. */
  readonly asOf: Day;
}

const MINUTE = 60_000;
/** Clocks change at 01:00 and 02:00 only, so that the time left of a day after 09:30 is always the same. */
const AFTER_HALF_PAST_NINE = (24 * 60 - (9 * 60 + 30)) * MINUTE;

/** The step of a length whose K is the day; `null` where none is. Weekly steps fall on Mondays, monthly on the first. */
export function stepKnownAt(length: StepLength, asOf: Day): PublicationStep | null {
  const day = asOf + 1;
  return fallsOn(length, day) ? { at: endOfLocalDay(day) - AFTER_HALF_PAST_NINE, asOf } : null;
}

/** The last step that has come by an instant. */
export function latestStep(length: StepLength, now: number): PublicationStep {
  for (let day = localDay(now); ; day -= 1) {
    const step = stepKnownAt(length, day - 1);
    if (step !== null && step.at <= now) return step;
  }
}

/** The first step after an instant. */
export function nextStep(length: StepLength, now: number): PublicationStep {
  for (let day = localDay(now); ; day += 1) {
    const step = stepKnownAt(length, day - 1);
    if (step !== null && step.at > now) return step;
  }
}

/** Whether figures as known at the end of a day have been published by an instant. */
export function isStep(length: StepLength, asOf: Day, now: number): boolean {
  const step = stepKnownAt(length, asOf);
  return step !== null && step.at <= now;
}

/** The steps whose K lies between two days, both included, in order. */
export function stepsBetween(length: StepLength, from: Day, to: Day): readonly PublicationStep[] {
  const steps: PublicationStep[] = [];
  for (let asOf = from; asOf <= to; asOf += 1) {
    const step = stepKnownAt(length, asOf);
    if (step !== null) steps.push(step);
  }
  return steps;
}

function fallsOn(length: StepLength, day: Day): boolean {
  switch (length) {
    case 'day':
      return true;
    case 'week':
      return weekday(day) === 1;
    case 'month': {
      const { year, month } = civilDate(day);
      return day === dayOf(year, month, 1);
    }
  }
}
