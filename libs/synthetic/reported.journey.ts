import { civilDate, dayOf, type Day } from '../calendars/local-date.calendar.js';
import { periodOf } from '../calendars/period.calendar.js';
import { Chance } from './chance.rule.js';
import { Journal } from './journal.rule.js';
import { inOfficeHours } from './office-days.calendar.js';
import type { ReportingDuty } from './reporting-duty.rule.js';
import type { World } from './world.rule.js';

const JUNE = 6;
const DAYS_OF_FILING = 20;

/** The share of measures for which nothing is ever filed, so that there are gaps to be seen. */
const GAPS = 0.15;

/** What is filed on a day for the financial year that ended in March: each duty on its own working day of June. */
export function filedOn(world: World, day: Day): readonly Journal[] {
  const { year, month } = civilDate(day);
  if (month !== JUNE) return [];
  const before = dayOf(year, JUNE, 1) - 1;
  const reported = periodOf('year', dayOf(year, JUNE - 3, 1)).code;
  return world.duties
    .filter((_duty, index) => world.days.after(before, 1 + (index % DAYS_OF_FILING)) === day)
    .filter(({ measure }) => !new Chance(world.plan.seed, 'gap', measure).happens(GAPS))
    .map((duty) => filed(world, duty, reported, day));
}

function filed({ plan }: World, { measure, title, kind }: ReportingDuty, year: string, day: Day): Journal {
  const chance = new Chance(plan.seed, kind, measure, year);
  const subject = `${measure}.${year}`;
  const journal = new Journal(subject, chance, `${plan.prefix}-${kind}-${subject}`);
  const at = inOfficeHours(day, chance);
  if (kind === 'reported') {
    const denominator = chance.between(20, 400);
    const numerator = Math.round(denominator * (0.6 + 0.35 * chance.next()));
    const value = Math.round((numerator / denominator) * 10_000) / 10_000;
    const note = 'Synthetic example: a made-up figure, reported by nobody.';
    journal.tell('figure.reported', at, { measure, year, value, numerator, denominator, note });
  } else {
    journal.tell('evidence.filed', at, {
      measure,
      year,
      title: `Synthetic example: ${title}`.slice(0, 120),
      summary: `Synthetic example for ${year}: here the agency would tell what it did and what came of it.`,
    });
  }
  return journal;
}
