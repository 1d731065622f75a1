import { formatDay, localDay } from '../calendars/local-date.calendar.js';
import type { ProcessedClaim } from './claim.fact.js';
import type { Journal } from './journal.rule.js';
import { inOfficeHours, startOfLocalDay } from './office-days.calendar.js';
import { swing } from './swing.rule.js';
import type { World } from './world.rule.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Payments of an authorised claim: promised, then issued, mostly on time and right. */
export function payments({ days }: World, { benefit, processed, processedAt }: ProcessedClaim, journal: Journal): void {
  const { chance } = journal;
  const { amountsPence, periods, everyDays } = benefit.calibration.payment;
  const amountPence = chance.oneOf(amountsPence);
  const first = days.after(processed, chance.between(4, 7));
  let promisedAt = processedAt + chance.between(1, 60) * MINUTE;
  for (let period = 0; period < periods; period += 1) {
    const due = days.onOrAfter(first + period * everyDays);
    const ref = `payment-${period + 1}`;
    journal.tell('payment.promised', promisedAt, { ref, due: formatDay(due), amountPence });
    const late = chance.happens(0.016 + 0.012 * swing(due, benefit.worstOn));
    const issued = late ? days.after(due, chance.between(1, 8)) : due;
    const issuedAt = startOfLocalDay(issued) + chance.between(60, 420) * MINUTE;
    const wrong = chance.happens(0.009);
    journal.tell('payment.issued', issuedAt, { ref, amountPence: wrong ? Math.floor(amountPence * 0.9) : amountPence });
    if (wrong && chance.happens(0.8)) {
      const corrected = days.after(localDay(issuedAt), chance.between(2, 15));
      journal.tell('payment.corrected', inOfficeHours(corrected, chance), { ref, amountPence });
    }
    promisedAt = Math.max(promisedAt, issuedAt) + DAY;
  }
}
