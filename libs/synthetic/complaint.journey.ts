import { localDay, type Day } from '../calendars/local-date.calendar.js';
import type { ComplaintOutcome, ComplaintReason, ComplaintStage } from '../events/codes.fact.js';
import { choicesOf } from './choices.rule.js';
import type { Journal } from './journal.rule.js';
import { atAnyHour, inOfficeHours } from './office-days.calendar.js';
import { swing } from './swing.rule.js';
import type { BenefitWorld, World } from './world.rule.js';

const reasons = choicesOf<ComplaintReason>({
  decision: 15,
  policy: 8,
  'process-not-followed': 17,
  'service-not-provided': 28,
  'poor-standard': 22,
  'staff-conduct': 10,
});
const outcomes = choicesOf<ComplaintOutcome>({ upheld: 25, 'partly-upheld': 15, 'not-upheld': 35, resolved: 25 });

/** A complaint: most are answered at the first stage, within five working days. */
export function complaint(
  world: World,
  { calibration, worstOn, channels }: BenefitWorld,
  day: Day,
  journal: Journal,
): void {
  const { chance } = journal;
  const { days, plan } = world;
  const receivedAt = atAnyHour(day, chance);
  const stage = chance.happens(0.02) ? 2 : 1;
  const reason = chance.pick(reasons);
  journal.tell('complaint.received', receivedAt, {
    stage,
    reason,
    channel: chance.pick(channels),
    ...(chance.happens(0.95) && { benefit: calibration.code }),
  });
  if (chance.happens(0.03)) {
    journal.tell('complaint.withdrawn', inOfficeHours(days.after(day, chance.between(1, 3)), chance), {});
    return;
  }
  const median = stage === 2 ? 13 : 2.8 * (1 + 0.2 * swing(day, worstOn));
  const answered = answer(world, journal, receivedAt, stage, median);
  if (stage === 2 || !chance.happens(plan.calibration.complaintStage2Share)) return;
  const escalatedAt = inOfficeHours(days.after(answered, chance.between(2, 15)), chance);
  journal.tell('complaint.escalated', escalatedAt, {});
  answer(world, journal, escalatedAt, 2, 13);
}

/** Acknowledges and answers; gives the day of the answer. */
function answer({ days }: World, journal: Journal, at: number, stage: ComplaintStage, median: number): Day {
  const { chance } = journal;
  const begun = localDay(at);
  const answered = days.after(begun, Math.max(1, Math.round(chance.lognormal(median, stage === 2 ? 0.15 : 0.45))));
  const answeredAt = inOfficeHours(answered, chance);
  const acknowledgedAt = inOfficeHours(days.after(begun, 1), chance);
  if (acknowledgedAt < answeredAt) journal.tell('complaint.acknowledged', acknowledgedAt, { stage });
  journal.tell('complaint.responded', answeredAt, { stage, outcome: chance.pick(outcomes) });
  return answered;
}
