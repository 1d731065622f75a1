import { localDay, type Day } from '../calendars/local-date.calendar.js';
import type { ApplicationReceived } from '../events/facts/application-received/application-received.fact.js';
import type { ProcessedClaim } from './claim.fact.js';
import { equalityForm } from './equality.journey.js';
import { handling } from './handling.journey.js';
import type { Journal } from './journal.rule.js';
import { atAnyHour, inOfficeHours } from './office-days.calendar.js';
import { paceOf, type Pace } from './pace.rule.js';
import { payments } from './payment.journey.js';
import { redetermination } from './redetermination.journey.js';
import { tellWithWrongData, tellWithWrongTime } from './slip.journey.js';
import { support } from './support.journey.js';
import type { BenefitWorld, World } from './world.rule.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Of claims under special rules. */
const fast: Pace = { median: 3.5, sigma: 0.4 };

/** A claim that comes in on a day, from the application to the last payment, redetermination or appeal. */
export function claim(world: World, benefit: BenefitWorld, day: Day, journal: Journal): void {
  const { chance } = journal;
  const application = applicationFor(world, benefit, journal);
  const online = application.channel === 'online';
  const receivedAt = online ? atAnyHour(day, chance) : inOfficeHours(world.days.onOrAfter(day), chance);
  tellApplication(world, journal, receivedAt, application);
  equalityForm(journal, receivedAt);
  support(world, benefit, journal, receivedAt);
  const startedAt = application.part2Required === true ? secondPart(world, journal, receivedAt) : receivedAt;
  if (startedAt === null) return;

  const specialRules = application.specialRules === true;
  const outcome = specialRules && chance.happens(0.9) ? 'authorised' : chance.pick(benefit.outcomes);
  const { median, sigma } = specialRules ? fast : paceOf(world, benefit, day);
  const elapsed = Math.round(chance.lognormal(outcome === 'withdrawn' ? median * 0.7 : median, sigma));
  const processed = processedAfter(world, benefit, journal, { specialRules, receivedAt, startedAt, elapsed });
  handling(world, processed, journal);
  if (outcome === 'withdrawn') {
    journal.tell('application.withdrawn', processed.processedAt, {});
    return;
  }
  const { processedAt } = processed;
  if (processed.elapsed > 3 && chance.happens(0.008)) {
    tellWithWrongTime(journal, 'decision.made', processedAt, { outcome }, processedAt - DAY);
  } else journal.tell('decision.made', processedAt, { outcome });
  if (outcome === 'authorised') payments(world, processed, journal);
  redetermination(world, processed, journal);
}

function applicationFor({ areas }: World, benefit: BenefitWorld, { chance }: Journal): ApplicationReceived {
  const { code, disability } = benefit.calibration;
  const specialRules = disability && chance.happens(0.03);
  const part2Required = disability && !specialRules && chance.happens(0.4);
  return {
    benefit: code,
    channel: chance.pick(benefit.channels),
    ...(chance.happens(0.99) && { localAuthority: chance.pick(areas) }),
    ...(specialRules && { specialRules }),
    ...(part2Required && { part2Required }),
  };
}

/** Now and then under a wrong council area at first. */
function tellApplication({ areas }: World, journal: Journal, at: number, application: ApplicationReceived): void {
  if (application.localAuthority === undefined || journal.chance.happens(0.988)) {
    journal.tell('application.received', at, application);
    return;
  }
  const wrong = { ...application, localAuthority: journal.chance.pick(areas) };
  tellWithWrongData(journal, 'application.received', at, application, wrong);
}

/** When the second part of an application comes; `null` where it never does, and the claim is withdrawn at last. */
function secondPart({ days }: World, journal: Journal, receivedAt: number): number | null {
  const { chance } = journal;
  const received = localDay(receivedAt);
  if (chance.happens(0.05)) {
    journal.tell('application.withdrawn', inOfficeHours(days.after(received, chance.between(40, 50)), chance), {});
    return null;
  }
  const day = received + Math.min(55, Math.round(chance.lognormal(10, 0.8)));
  const at = Math.max(atAnyHour(day, chance), receivedAt + 10 * MINUTE);
  journal.tell('application.part2-received', at, {});
  return at;
}

/** In office hours, so many working days after the claim started; not before it did. */
function processedAfter(
  { days }: World,
  benefit: BenefitWorld,
  { chance }: Journal,
  claim: Pick<ProcessedClaim, 'specialRules' | 'receivedAt' | 'startedAt' | 'elapsed'>,
): ProcessedClaim {
  const started = localDay(claim.startedAt);
  const sameDayAt = inOfficeHours(days.onOrAfter(started), chance);
  const soonest = sameDayAt > claim.startedAt + 30 * MINUTE ? 0 : 1;
  const elapsed = Math.max(soonest, claim.elapsed);
  const processed = elapsed === 0 ? days.onOrAfter(started) : days.after(started, elapsed);
  const processedAt = elapsed === 0 ? sameDayAt : inOfficeHours(processed, chance);
  return { ...claim, benefit, started, processed, processedAt, elapsed };
}
