import { localDay, type Day } from '../calendars/local-date.calendar.js';
import { begunOn } from './day.rule.js';
import { written, type Entry } from './journal.rule.js';
import type { SyntheticEvent } from './synthetic-event.fact.js';
import type { SyntheticPlan } from './synthetic-plan.fact.js';
import { worldOf } from './world.rule.js';

/**
 * Every event of the journeys that begin on or after `from`, in order of record time, without end. What begins on a day
 * is a function of plan and day; nothing is recorded before the day on which it begins, so that a day is complete once
 * what begins on it has been told. Only what is still to be recorded is kept.
 */
export function* unfolding(plan: SyntheticPlan, from: Day): Generator<SyntheticEvent, never> {
  const world = worldOf(plan);
  const toRecord = new Map<Day, Entry[]>();
  for (let day = from; ; day += 1) {
    for (const journal of begunOn(world, day)) {
      for (const entry of journal.close()) keep(toRecord, entry);
    }
    const recorded = toRecord.get(day) ?? [];
    toRecord.delete(day);
    for (const entry of recorded.sort((a, b) => a.recordedAt - b.recordedAt)) yield written(entry);
  }
}

function keep(toRecord: Map<Day, Entry[]>, entry: Entry): void {
  const day = localDay(entry.recordedAt);
  const sameDay = toRecord.get(day);
  if (sameDay === undefined) toRecord.set(day, [entry]);
  else sameDay.push(entry);
}
