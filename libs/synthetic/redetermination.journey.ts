import { localDay, type Day } from '../calendars/local-date.calendar.js';
import { nthDay } from '../calendars/working-days.calendar.js';
import type { RedeterminationOutcome } from '../events/codes.fact.js';
import { appeal } from './appeal.journey.js';
import type { ProcessedClaim } from './claim.fact.js';
import type { Journal } from './journal.rule.js';
import { atAnyHour, inOfficeHours } from './office-days.calendar.js';
import { swing } from './swing.rule.js';
import type { BenefitWorld, World } from './world.rule.js';

const ref = 'redetermination-1';

/** The share of decided redeterminations that do not give all that was asked for: only then is there an appeal. */
const LEFT_WANTING = 0.59;

/** Days in which a redetermination may be asked for without saying why so late. */
const IN_TIME = 42;

/** Some clients ask for a decision to be looked at again; a few after the time for that. */
export function redetermination(world: World, claim: ProcessedClaim, journal: Journal): void {
  const { chance } = journal;
  const { benefit } = claim;
  if (!chance.happens(benefit.calibration.redeterminationRate)) return;
  const late = chance.happens(0.07);
  const wait = late ? chance.between(IN_TIME + 1, IN_TIME + 60) : chance.between(3, IN_TIME);
  const requested = claim.processed + wait;
  const requestedAt = atAnyHour(requested, chance);
  journal.tell('redetermination.requested', requestedAt, late ? { ref, late } : { ref });
  const accepted = late ? world.days.after(requested, chance.between(2, 12)) : requested;
  if (late) {
    if (!chance.happens(0.8)) return;
    journal.tell('redetermination.accepted-late', inOfficeHours(accepted, chance), { ref });
  }
  settle(world, benefit, accepted, journal);
}

/** @param clockStarts the day with which the period for the decision begins */
function settle(world: World, benefit: BenefitWorld, clockStarts: Day, journal: Journal): void {
  const { chance } = journal;
  const { days } = world;
  const outcome = chance.pick(world.redeterminationOutcomes);
  const limit = world.plan.rules.redeterminationLimit(benefit.calibration.code);
  const slower = 1 + 0.15 * swing(clockStarts, benefit.worstOn);
  const [elapsed, due] =
    limit?.kind === 'calendar-days'
      ? [chance.lognormal(23 * slower, 0.4), nthDay(clockStarts, limit.days)]
      : [chance.lognormal(7 * slower, 0.42), days.after(clockStarts - 1, limit?.days ?? 16)];
  const decided = days.after(clockStarts, Math.max(1, Math.round(elapsed)));
  const decidedAt = inOfficeHours(decided, chance);
  if (outcome === 'withdrawn') {
    const withdrawn = days.after(clockStarts, Math.max(1, Math.round(elapsed / 2)));
    journal.tell('redetermination.withdrawn', inOfficeHours(withdrawn, chance), { ref });
    return;
  }
  if (decided > due && chance.happens(0.75)) {
    const noticeAt = inOfficeHours(days.onOrAfter(due + 1), chance);
    if (noticeAt < decidedAt) journal.tell('redetermination.overdue-notified', noticeAt, { ref });
  }
  journal.tell('redetermination.decided', decidedAt, { ref, outcome, reason: reasonFor(outcome, journal) });
  if (outcome !== 'allowed' && chance.happens(benefit.calibration.appealShare / LEFT_WANTING)) {
    appeal(world, localDay(decidedAt), ref, journal);
  }
}

function reasonFor(outcome: RedeterminationOutcome, { chance }: Journal) {
  if (outcome === 'disallowed') return 'no-change';
  return chance.oneOf(['new-evidence', 'new-evidence', 'evidence-reweighed', 'error-of-fact', 'error-of-law'] as const);
}
