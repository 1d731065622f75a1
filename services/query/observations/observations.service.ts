import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '../../../libs/access/role.rule.js';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { formatDay, localDay } from '../../../libs/calendars/local-date.calendar.js';
import type { Grain } from '../../../libs/calendars/period.calendar.js';
import { observe, type Observation } from '../../../libs/measures/figures/observe.measure.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import { versionInForce, versionsNamed } from '../../../libs/measures/versions.measure.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { rulesOf, type RegisterRules } from '../../../libs/register/register-rules.rule.js';
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
  ) {
    this.rules = rulesOf(register);
  }

  async answer(query: ObservationsDto, audience: Role): Promise<Parsed<Answer> | typeof beingComputed> {
    const today = localDay(this.clock());
    const question = parseQuestion(query, this.measures, today);
    if (!question.ok) return question;
    const { measure, grain, periods, by, asOf } = question.value;
    const versions = versionsNamed(query.measure, this.measures);
    const { figures } = this.follower;
    const holdings = holdingsOfVersions(versions, periods, figures, this.rules.calendar);
    if (holdings === null) return beingComputed;
    if (hasTooManyRows(question.value, holdings)) {
      return refused({ member: 'by', detail: `The answer has more than ${MOST_CELLS} rows.` });
    }
    const observations = observe(
      question.value,
      holdings,
      (day) => this.rules.objectiveInForce(measure.id, day)?.value ?? null,
    );
    const freshness = await this.freshness.freshnessOf(figures);
    const { holidays } = this.register;
    return parsed({
      measure: headingOf(versionInForce(versions, periods.at(-1)?.start ?? asOf)),
      grain,
      by,
      asOf: formatDay(asOf),
      audience,
      observations,
      freshness,
      warnings: warningsOf({ isBegun: figures !== null, observations, freshness, holidays, today }),
    });
  }
}
