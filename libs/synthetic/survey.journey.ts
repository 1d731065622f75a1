import { civilDate, type Day } from '../calendars/local-date.calendar.js';
import { periodOf } from '../calendars/period.calendar.js';
import type { Benefit, Survey, SurveyAnswer } from '../events/codes.fact.js';
import { Chance } from './chance.rule.js';
import type { Journal } from './journal.rule.js';
import { atAnyHour } from './office-days.calendar.js';
import type { BenefitWorld, World } from './world.rule.js';

const FEBRUARY = 2;
const DAYS_OPEN = 28.25;

/** A survey on a day on which it is open. */
export interface OpenSurvey {
  readonly survey: Survey;
  readonly year: string;
  /** How many respond on the day in the mean. */
  readonly responses: number;
  /** The share that agrees, by question. */
  readonly agreement: ReadonlyMap<string, number>;
}

/** The surveys that are open on a day: all of them in February, none at other times. */
export function openSurveys({ plan, surveys }: World, day: Day): readonly OpenSurvey[] {
  if (civilDate(day).month !== FEBRUARY) return [];
  const year = periodOf('year', day).code;
  return surveys.map(({ survey, questions }) => ({
    survey,
    year,
    responses: (plan.calibration.surveyResponsesPerYear[survey] * plan.scale) / DAYS_OPEN,
    agreement: new Map(questions.map((question) => [question, agreementWith(plan.seed, question, year)])),
  }));
}

/** One response; clients say for which benefit. */
export function surveyResponse(
  { benefits }: World,
  { survey, year, agreement }: OpenSurvey,
  day: Day,
  journal: Journal,
): void {
  const { chance } = journal;
  const answers: Record<string, SurveyAnswer> = {};
  for (const [question, share] of agreement) answers[question] = answerTo(share, chance);
  journal.tell('survey.response-recorded', atAnyHour(day, chance), {
    survey,
    year,
    ...(survey === 'client' && { benefit: launched(benefits, day, chance) }),
    answers,
  });
}

/** Every question has a level of its own, near the same each year. */
function agreementWith(seed: number, question: string, year: string): number {
  const level = 0.72 + 0.22 * new Chance(seed, question).next();
  return level + 0.06 * (new Chance(seed, question, year).next() - 0.5);
}

function answerTo(agreed: number, chance: Chance): SurveyAnswer {
  const luck = chance.next();
  if (luck < 0.06) return 'not-applicable';
  if (luck < 0.08) return 'prefer-not-to-say';
  if (chance.happens(agreed)) return chance.happens(0.45) ? 4 : 5;
  return chance.oneOf([3, 3, 2, 1] as const);
}

function launched(benefits: readonly BenefitWorld[], day: Day, chance: Chance): Benefit {
  return chance.oneOf(benefits.filter(({ from }) => from <= day)).calibration.code;
}
