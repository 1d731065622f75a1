import { endOfLocalDay, parseDay, type Day } from '../calendars/local-date.calendar.js';
import { checkEvent, type CharterEvent } from '../events/envelope.parser.js';
import { loadCalibration } from '../register/calibration.store.js';
import { rulesOf } from '../register/register-rules.rule.js';
import { loadRegister } from '../register/register.store.js';
import { begunOn } from './day.rule.js';
import type { Entry } from './journal.rule.js';
import type { SyntheticEvent } from './synthetic-event.fact.js';
import type { SyntheticPlan } from './synthetic-plan.fact.js';
import { unfolding } from './unfolding.rule.js';
import { worldOf } from './world.rule.js';

const register = loadRegister();

/** The calibration and the register that come with the system, at a small part of their volumes. */
export const examplePlan: SyntheticPlan = {
  seed: 20_260_401,
  scale: 0.003,
  prefix: 'T',
  calibration: loadCalibration(),
  register,
  rules: rulesOf(register),
};

/** The day that a text names. */
export function day(text: string): Day {
  const named = parseDay(text);
  if (named === null) throw new RangeError(`no day: ${text}`);
  return named;
}

/** What is recorded to the end of a day. */
export function recordedThrough(plan: SyntheticPlan, from: string, to: string): readonly SyntheticEvent[] {
  const end = endOfLocalDay(day(to));
  const events: SyntheticEvent[] = [];
  for (const event of unfolding(plan, day(from))) {
    if (event.recordedAt >= end) break;
    events.push(event);
  }
  return events;
}

/** Every journey that begins within the days, told to its end. */
export function begunBetween(plan: SyntheticPlan, from: string, to: string): readonly (readonly Entry[])[] {
  const world = worldOf(plan);
  const journeys: (readonly Entry[])[] = [];
  for (let each = day(from); each <= day(to); each += 1) {
    journeys.push(...begunOn(world, each).map((journal) => journal.close()));
  }
  return journeys;
}

/** Events as the door sees them at the moment at which they are recorded, by subject. */
export function casesOf(events: readonly SyntheticEvent[]): ReadonlyMap<string, readonly CharterEvent[]> {
  const cases = new Map<string, CharterEvent[]>();
  for (const { event, recordedAt } of events) {
    const checked = checkEvent(event, { now: recordedAt, mayRecord: true });
    if (!checked.ok) throw new Error(`${JSON.stringify(checked.refusal)}: ${JSON.stringify(event)}`);
    const facts = cases.get(event.subject);
    if (facts === undefined) cases.set(event.subject, [checked.event]);
    else facts.push(checked.event);
  }
  return cases;
}
