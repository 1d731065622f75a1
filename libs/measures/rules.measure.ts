import type { Day } from '../calendars/local-date.calendar.js';
import type { WorkingCalendar } from '../calendars/working-days.calendar.js';

/** A statutory period for a redetermination; it begins with the day its clock starts, which counts as day 1. */
export type RedeterminationLimit =
  { readonly kind: 'calendar-days'; readonly days: number } | { readonly kind: 'working-days'; readonly days: number };

/** What measures need to know beyond a case's facts: the register's part in the arithmetic. */
export interface Rules {
  readonly calendar: WorkingCalendar;
  /** The limit for a benefit's redeterminations; `null` where it has none. */
  redeterminationLimit(benefit: string): RedeterminationLimit | null;
  /** Working days for a decision: the target in force on the day the claim started; `null` where none is set. */
  decisionTarget(benefit: string, specialRules: boolean, start: Day): number | null;
}
