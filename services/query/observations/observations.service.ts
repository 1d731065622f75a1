import { Inject, Injectable } from '@nestjs/common';
import { degreeFor } from '../../../libs/access/permission.rule.js';
import type { Role } from '../../../libs/access/role.rule.js';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { formatDay, localDay, type Day } from '../../../libs/calendars/local-date.calendar.js';
import { periodOf, type Grain } from '../../../libs/calendars/period.calendar.js';
import { observe, type Observation } from '../../../libs/measures/figures/observe.measure.js';
import type { Question } from '../../../libs/measures/figures/question.measure.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import { versionInForce, versionsNamed } from '../../../libs/measures/versions.measure.js';
import { classificationOfLive, type Classification } from '../../../libs/publication/classification.rule.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { rulesOf, type RegisterRules } from '../../../libs/register/register-rules.rule.js';
import { ControlledFigures } from '../controlled/controlled-figures.service.js';
import { PublicationSteps } from '../controlled/publication-steps.service.js';
import { FigureFollower } from '../following/figure-follower.service.js';
import { FreshnessService, type Freshness } from '../following/freshness.service.js';
import { holdingsOfVersions } from './holdings.rule.js';
import { headingOf, type MeasureHeading } from './measure-heading.rule.js';
import type { ObservationsDto } from './observations.dto.js';
import { MEASURES, REGISTER } from '../query.settings.js';
import { parseQuestion } from './question.parser.js';
import { MOST_CELLS } from './range.parser.js';
import { parsed, refused, type Parsed } from '../refusal.rule.js';
import { hasTooManyRows } from './row-count.rule.js';
import { warningsOf } from './warnings.rule.js';

/** The answer of `GET /v1/observations` (contract: api, "Reading figures"). */
export interface Answer {
  readonly measure: MeasureHeading;
  readonly grain: Grain;
  readonly by: readonly string[];
  readonly asOf: string;
  readonly audience: Role;
  readonly classification: Classification;
  readonly observations: readonly Observation[];
  readonly freshness: Freshness;
  readonly warnings: readonly string[];
}

/** The generation in use was begun without what is asked for; one that has it is on its way. */
export const beingComputed = Symbol('being computed');

/** Answers queries from the figures held. */
@Injectable()
export class ObservationsService {
  private readonly rules: RegisterRules;

  constructor(
    @Inject(REGISTER) private readonly register: Register,
    @Inject(FigureFollower) private readonly follower: FigureFollower,
    @Inject(FreshnessService) private readonly freshness: FreshnessService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MEASURES) private readonly measures: readonly Measure[],
    @Inject(PublicationSteps) private readonly steps: PublicationSteps,
    @Inject(ControlledFigures) private readonly controlled: ControlledFigures,
  ) {
    this.rules = rulesOf(register);
  }

  /** By the figures that the audience may see. Rejects with 503 while those of a publication step are being counted. */
  async answer(query: ObservationsDto, audience: Role): Promise<Parsed<Answer> | typeof beingComputed> {
    const today = localDay(this.clock());
    const isControlled = degreeFor(audience, 'read-figures') === 'controlled';
    const question = isControlled ? await this.atStep(query, today) : parseQuestion(query, this.measures, today);
    if (!question.ok) return question;
    const { measure, grain, periods, by, asOf } = question.value;
    const versions = versionsNamed(query.measure, this.measures);
    const { figures } = this.follower;
    const holdings = holdingsOfVersions(versions, periods, figures, this.rules.calendar);
    if (holdings === null) return beingComputed;
    const asked = isControlled ? withWholeMonths(question.value) : question.value;
    if (hasTooManyRows(asked, holdings)) {
      return refused({ member: 'by', detail: `The answer has more than ${MOST_CELLS} rows.` });
    }
    const observing = isControlled ? this.controlled.observe : observe;
    const observations = observing(
      question.value,
      holdings,
      (day) => this.rules.objectiveInForce(measure.id, day)?.value ?? null,
    );
    const freshness = await this.freshness.freshnessOf(figures);
    const { holidays } = this.register;
    const version = versionInForce(versions, periods.at(-1)?.start ?? asOf);
    return parsed({
      measure: headingOf(version),
      grain,
      by,
      asOf: formatDay(asOf),
      audience,
      classification: classificationOfLive(observations, version.classification),
      observations,
      freshness,
      warnings: warningsOf({ isBegun: figures !== null, observations, freshness, holidays, today }),
    });
  }

  /** Of the publication step named, by default of the current one. */
  private async atStep({ asOf, ...query }: ObservationsDto, today: Day): Promise<Parsed<Question>> {
    const step = await this.steps.asked(asOf);
    const known = step.ok ? { asOf: formatDay(step.value) } : {};
    const question = parseQuestion({ ...query, ...known }, this.measures, today);
    return step.ok ? question : refused(...step.refusals, ...(question.ok ? [] : question.refusals));
  }
}

/** Controlled, days and weeks have a row for every combination of codes that their months have. */
function withWholeMonths(question: Question): Question {
  const { grain, periods } = question;
  if (grain !== 'day' && grain !== 'week') return question;
  const last = periods.length - 1;
  return {
    ...question,
    periods: periods.map((period, index) => ({
      ...period,
      start: index === 0 ? periodOf('month', period.start).start : period.start,
      end: index === last ? periodOf('month', period.end).end : period.end,
    })),
  };
}
