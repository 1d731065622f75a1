import { parseDay, type Day } from '../calendars/local-date.calendar.js';
import type {
  AppealOutcome,
  Channel,
  CouncilArea,
  DecisionOutcome,
  RedeterminationOutcome,
} from '../events/codes.fact.js';
import type { BenefitCalibration } from '../register/calibration.schema.js';
import { choicesOf, type Choices } from './choices.rule.js';
import { OfficeDays } from './office-days.calendar.js';
import { reportingDuties, type ReportingDuty } from './reporting-duty.rule.js';
import { surveyQuestions, type SurveyQuestions } from './survey-questions.rule.js';
import type { SyntheticPlan } from './synthetic-plan.fact.js';

/** A benefit as journeys ask for it. */
export interface BenefitWorld {
  readonly calibration: BenefitCalibration;
  readonly from: Day;
  readonly worstOn: Day;
  /** January first. */
  readonly season: readonly number[];
  readonly channels: Choices<Channel>;
  readonly outcomes: Choices<DecisionOutcome | 'withdrawn'>;
}

/** What a plan comes to, worked out once. */
export interface World {
  readonly plan: SyntheticPlan;
  readonly days: OfficeDays;
  readonly benefits: readonly BenefitWorld[];
  readonly areas: Choices<CouncilArea>;
  readonly redeterminationOutcomes: Choices<RedeterminationOutcome | 'withdrawn'>;
  readonly appealOutcomes: Choices<AppealOutcome>;
  readonly surveys: readonly SurveyQuestions[];
  readonly duties: readonly ReportingDuty[];
}

/** @throws RangeError where a plan's prefix or scale cannot be used, or its calibration names what it does not have */
export function worldOf(plan: SyntheticPlan): World {
  const { calibration, register, rules, prefix, scale } = plan;
  if (!/^[A-Za-z0-9._-]{1,20}$/.test(prefix)) throw new RangeError(`no prefix of a subject: ${prefix}`);
  if (!(scale > 0 && scale < Infinity)) throw new RangeError(`no scale: ${scale}`);
  return {
    plan,
    days: new OfficeDays(rules.calendar),
    benefits: calibration.benefits.map((benefit) => ({
      calibration: benefit,
      from: known(parseDay(benefit.from), benefit.from),
      worstOn: known(parseDay(benefit.swing.worstOn), benefit.swing.worstOn),
      season: known(calibration.seasons[benefit.season], benefit.season),
      channels: choicesOf(known(calibration.channels[benefit.channels], benefit.channels)),
      outcomes: choicesOf(benefit.outcomes),
    })),
    areas: choicesOf(calibration.councilAreas),
    redeterminationOutcomes: choicesOf(calibration.redeterminationOutcomes),
    appealOutcomes: choicesOf(calibration.appealOutcomes),
    surveys: surveyQuestions(register.charter.measures),
    duties: reportingDuties(register.charter.measures),
  };
}

function known<T>(value: T | null | undefined, name: string): T {
  if (value === null || value === undefined) throw new RangeError(`the calibration has no ${name}`);
  return value;
}
