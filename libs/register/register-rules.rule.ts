import type { Day } from '../calendars/local-date.calendar.js';
import { WorkingCalendar } from '../calendars/working-days.calendar.js';
import { holidayTable } from './bank-holidays.rule.js';
import { redeterminationLimits, type RedeterminationLimit } from './redetermination-limit.parser.js';
import type { Register } from './register.fact.js';
import { TargetsInForce, type ObjectiveInForce } from './targets-in-force.rule.js';

/** The register's part in the arithmetic, ready to be asked. */
export interface RegisterRules {
  readonly calendar: WorkingCalendar;
  /** The limit for a benefit's redeterminations; `null` where it has none. */
  redeterminationLimit(benefit: string): RedeterminationLimit | null;
  /** Working days for a decision: the target in force on the day the claim started; `null` where none is set. */
  decisionTarget(benefit: string, specialRules: boolean, start: Day): number | null;
  /** The objective of a measure on a day, with its role and source; `null` where none is set. */
  objectiveInForce(measure: string, day: Day): ObjectiveInForce | null;
}

/** Reads out of a register once what is asked of it often. */
export function rulesOf({ benefits, targets, holidays }: Register): RegisterRules {
  const limits = redeterminationLimits(benefits);
  const inForce = new TargetsInForce(targets);
  return {
    calendar: new WorkingCalendar(holidayTable(holidays)),
    redeterminationLimit: (benefit) => limits.get(benefit) ?? null,
    decisionTarget: (benefit, specialRules, start) => inForce.decisionTarget(benefit, specialRules, start),
    objectiveInForce: (measure, day) => inForce.objectiveInForce(measure, day),
  };
}
