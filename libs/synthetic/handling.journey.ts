import type { ClientUpdateSent } from '../events/facts/client-update-sent/client-update-sent.fact.js';
import { choicesOf } from './choices.rule.js';
import type { ProcessedClaim } from './claim.fact.js';
import type { Journal } from './journal.rule.js';
import { inOfficeHours } from './office-days.calendar.js';
import { tellByMistake } from './slip.journey.js';
import type { World } from './world.rule.js';

const updateChannels = choicesOf<ClientUpdateSent['channel']>({ letter: 25, sms: 40, email: 20, phone: 5, portal: 10 });
const consultationModes = choicesOf({ phone: 93, video: 4, 'in-person': 3 });

/** The shortest claim, in working days, between whose start and end there is time for anything else. */
const SHORTEST = 2;
/** Clients hear about every so many working days how their claim stands. */
const DAYS_BETWEEN_UPDATES = 35;

/** What is done about a claim between its start and its end. */
export function handling({ days }: World, claim: ProcessedClaim, journal: Journal): void {
  const { chance } = journal;
  const { elapsed, started, benefit } = claim;
  if (elapsed < SHORTEST) return;
  /** A moment after so much of the way from start to end. */
  const after = (share: number): number =>
    inOfficeHours(days.after(started, Math.max(1, Math.min(elapsed - 1, Math.round(elapsed * share)))), chance);

  if (chance.happens(0.8)) journal.tell('case.work-started', after(0.2 + 0.4 * chance.next()), {});
  if (elapsed > 4 && chance.happens(benefit.calibration.disability ? 0.55 : 0.15)) {
    journal.tell('evidence.requested', after(0.3), { ref: 'evidence-1' });
    if (chance.happens(0.95)) journal.tell('evidence.complete', after(0.6 + 0.3 * chance.next()), {});
  }
  const updates = Math.floor(elapsed / DAYS_BETWEEN_UPDATES) + (chance.happens(0.25) ? 1 : 0);
  for (let update = 1; update <= updates; update += 1) {
    journal.tell('client.update-sent', after(update / (updates + 1)), { channel: chance.pick(updateChannels) });
  }
  if (chance.happens(0.006)) {
    tellByMistake(journal, 'client.update-sent', after(0.5), { channel: chance.pick(updateChannels) });
  }
  if (benefit.calibration.disability && !claim.specialRules && chance.happens(0.22)) {
    journal.tell('consultation.held', after(0.7 + 0.2 * chance.next()), { mode: chance.pick(consultationModes) });
  }
}
