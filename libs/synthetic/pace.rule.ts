import type { Day } from '../calendars/local-date.calendar.js';
import { daysIntoSurge, surgeMedian } from './surge.rule.js';
import { swing } from './swing.rule.js';
import type { BenefitWorld, World } from './world.rule.js';

/** How working days to a decision are spread: lognormally, `sigma` being the standard deviation of the logarithm. */
export interface Pace {
  readonly median: number;
  readonly sigma: number;
}

/** The pace of claims for a benefit that come in on a day. */
export function paceOf({ plan }: World, { calibration, worstOn }: BenefitWorld, day: Day): Pace {
  const { surge } = plan.calibration;
  const surging = calibration.code === surge.benefit ? surgeMedian(surge, daysIntoSurge(day)) : null;
  if (surging !== null) return { median: surging, sigma: surge.sigma };
  const median = calibration.medianWorkingDays * (1 + calibration.swing.share * swing(day, worstOn));
  return { median, sigma: calibration.sigma };
}
