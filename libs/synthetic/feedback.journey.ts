import type { Day } from '../calendars/local-date.calendar.js';
import type { FeedbackActedOn } from '../events/facts/feedback-acted-on/feedback-acted-on.fact.js';
import { choicesOf } from './choices.rule.js';
import type { Journal } from './journal.rule.js';
import { atAnyHour, inOfficeHours } from './office-days.calendar.js';
import { swing } from './swing.rule.js';
import type { BenefitWorld, World } from './world.rule.js';

const actions = choicesOf<FeedbackActedOn['action']>({
  'process-changed': 12,
  'staff-briefed': 33,
  'apology-issued': 20,
  'payment-made': 5,
  explained: 30,
});

/** A rating of the service, better where decisions are quick; some are acted on, poor ones above all. */
export function feedback({ days }: World, benefit: BenefitWorld, day: Day, journal: Journal): void {
  const { chance } = journal;
  const { code } = benefit.calibration;
  const positive = chance.happens(
    0.83 - 0.07 * swing(day, benefit.worstOn) - (benefit.calibration.disability ? 0.08 : 0),
  );
  const rating = positive ? chance.between(4, 5) : chance.between(1, 3);
  journal.tell('feedback.given', atAnyHour(day, chance), {
    rating,
    ...(chance.happens(0.95) && { benefit: code }),
    ...(chance.happens(0.9) && { channel: chance.pick(benefit.channels) }),
  });
  if (!chance.happens(positive ? 0.22 : 0.55)) return;
  const acted = days.after(day, chance.between(1, 40));
  journal.tell('feedback.acted-on', inOfficeHours(acted, chance), { action: chance.pick(actions) });
}
