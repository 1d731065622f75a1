import type { Day } from '../calendars/local-date.calendar.js';
import { call, callDayOf } from './call.journey.js';
import { Chance } from './chance.rule.js';
import { claim } from './claim.journey.js';
import { complaint } from './complaint.journey.js';
import { feedback } from './feedback.journey.js';
import { Journal } from './journal.rule.js';
import { filedOn } from './reported.journey.js';
import { openSurveys, surveyResponse } from './survey.journey.js';
import { applicationsADay, applicationsOn } from './volume.rule.js';
import type { World } from './world.rule.js';

/** Calls come on working days only, so that each of these has more. */
const CALLS_ON_WORKING_DAYS = 365.25 / 251;

/** Everything that begins on a day, each told to its end: a function of plan and day alone. */
export function begunOn(world: World, day: Day): readonly Journal[] {
  const { days, benefits, plan } = world;
  const { complaintsPerApplication, callsPerApplication, feedbackPerApplication } = plan.calibration;
  const journals: Journal[] = [];
  /** Tells so many stories in the mean; the letter and the day make up the subject. */
  const tell = (letter: string, about: string, mean: number, story: (journal: Journal) => void): void => {
    const chance = new Chance(plan.seed, letter, about, day);
    const times = chance.times(mean);
    for (let time = 0; time < times; time += 1) {
      const journal = new Journal(`${plan.prefix}-${letter}${day}-${journals.length + 1}`, chance);
      story(journal);
      journals.push(journal);
    }
  };

  const hard = callDayOf(world, day);
  for (const benefit of benefits) {
    const { code } = benefit.calibration;
    const usual = applicationsADay(world, benefit, day);
    const calls = days.isOpen(day) ? usual * callsPerApplication * CALLS_ON_WORKING_DAYS : 0;
    tell('C', code, applicationsOn(world, benefit, day), (journal) => claim(world, benefit, day, journal));
    tell('X', code, usual * complaintsPerApplication, (journal) => complaint(world, benefit, day, journal));
    tell('P', code, calls, (journal) => call(world, benefit, day, hard, journal));
    tell('F', code, usual * feedbackPerApplication, (journal) => feedback(world, benefit, day, journal));
  }
  for (const open of openSurveys(world, day)) {
    tell('S', open.survey, open.responses, (journal) => surveyResponse(world, open, day, journal));
  }
  journals.push(...filedOn(world, day));
  return journals;
}
