import { civilDate, weekday, type Day } from '../calendars/local-date.calendar.js';
import { daysIntoSurge, surgeOfApplications } from './surge.rule.js';
import type { BenefitWorld, World } from './world.rule.js';

const DAYS_IN_A_MONTH = 365.25 / 12;

/** How many applications for a benefit come in on a day of that season in the mean, whatever day of the week it is. */
export function applicationsADay({ plan }: World, { calibration, from, season }: BenefitWorld, day: Day): number {
  if (day < from) return 0;
  const { surge } = plan.calibration;
  const surging = calibration.code === surge.benefit ? surgeOfApplications(surge, daysIntoSurge(day)) : 1;
  const inSeason = season[civilDate(day).month - 1] ?? 1;
  return (calibration.perMonth / DAYS_IN_A_MONTH) * plan.scale * inSeason * surging;
}

/** How many applications for a benefit come in on a day in the mean: fewer at weekends. */
export function applicationsOn(world: World, benefit: BenefitWorld, day: Day): number {
  return applicationsADay(world, benefit, day) * (world.plan.calibration.weekdays[weekday(day) - 1] ?? 1);
}
