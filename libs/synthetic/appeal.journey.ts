import type { Day } from '../calendars/local-date.calendar.js';
import type { Journal } from './journal.rule.js';
import { atAnyHour, inOfficeHours } from './office-days.calendar.js';
import type { World } from './world.rule.js';

/** An appeal against what a redetermination came to; the tribunal takes months. */
export function appeal({ days, appealOutcomes }: World, decided: Day, redetermination: string, journal: Journal): void {
  const { chance } = journal;
  const ref = 'appeal-1';
  const lodged = decided + chance.between(5, 31);
  journal.tell('appeal.lodged', atAnyHour(lodged, chance), { ref, redetermination });
  const heard = days.after(lodged, Math.round(chance.lognormal(80, 0.35)));
  journal.tell('appeal.decided', inOfficeHours(heard, chance), { ref, outcome: chance.pick(appealOutcomes) });
}
