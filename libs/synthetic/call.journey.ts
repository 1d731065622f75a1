import { civilDate, type Day } from '../calendars/local-date.calendar.js';
import type { CallEnded } from '../events/facts/call-ended/call-ended.fact.js';
import type { CallDay } from '../register/calibration.schema.js';
import { Chance } from './chance.rule.js';
import { choicesOf } from './choices.rule.js';
import type { Journal } from './journal.rule.js';
import { inOfficeHours } from './office-days.calendar.js';
import { tellByMistake, tellWithWrongData } from './slip.journey.js';
import type { BenefitWorld, World } from './world.rule.js';

const summer = choicesOf<CallDay>({ calm: 80, busy: 19, stressed: 1 });
const spring = choicesOf<CallDay>({ calm: 45, busy: 50, stressed: 5 });
const winter = choicesOf<CallDay>({ calm: 10, busy: 55, stressed: 35 });

/** The share of callers who give up. */
const abandoned: Readonly<Record<CallDay, number>> = { calm: 0.03, busy: 0.09, stressed: 0.22 };

const LONGEST = 7_200;

/** How hard a day is at the contact centre: the same for all its calls. */
export function callDayOf({ plan }: World, day: Day): CallDay {
  const { month } = civilDate(day);
  const season = month >= 11 || month <= 2 ? winter : month >= 5 && month <= 9 ? summer : spring;
  return new Chance(plan.seed, 'call day', day).pick(season);
}

/** A call about a benefit. */
export function call({ plan }: World, { calibration }: BenefitWorld, day: Day, hard: CallDay, journal: Journal): void {
  const { chance } = journal;
  const mean = plan.calibration.callWaitSeconds[hard];
  const gaveUp = chance.happens(abandoned[hard]);
  const ended: CallEnded = {
    outcome: gaveUp ? 'abandoned' : 'answered',
    waitSeconds: Math.min(LONGEST, Math.floor(chance.exponential(gaveUp ? Math.min(mean * 2, 400) : mean))),
    ...(chance.happens(0.93) && { benefit: calibration.code }),
  };
  const at = inOfficeHours(day, chance);
  const luck = chance.next();
  if (luck < 0.001) tellWithWrongData(journal, 'call.ended', at, ended, { ...ended, waitSeconds: LONGEST });
  else if (luck < 0.002) tellByMistake(journal, 'call.ended', at, ended);
  else journal.tell('call.ended', at, ended);
}
