import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '../../../libs/access/role.rule.js';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { formatDay, localDay } from '../../../libs/calendars/local-date.calendar.js';
import type { Grain } from '../../../libs/calendars/period.calendar.js';
import { distributionOf } from '../../../libs/measures/distribution/distribution.measure.js';
import type { LengthBand } from '../../../libs/measures/distribution/length-band.measure.js';
import { observe, type Observation } from '../../../libs/measures/figures/observe.measure.js';
import { versionInForce } from '../../../libs/measures/versions.measure.js';
import { classificationOfLive, type Classification } from '../../../libs/publication/classification.rule.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { rulesOf, type RegisterRules } from '../../../libs/register/register-rules.rule.js';
import type { Asked } from '../explain/explain.parser.js';
import { FigureFollower } from '../following/figure-follower.service.js';
import { FreshnessService, type Freshness } from '../following/freshness.service.js';
import { holdingsOfVersions } from '../observations/holdings.rule.js';
import { headingOf, type MeasureHeading } from '../observations/measure-heading.rule.js';
import { beingComputed } from '../observations/observations.service.js';
import { warningsOf } from '../observations/warnings.rule.js';
import { REGISTER } from '../query.settings.js';

/** The answer of `GET /v1/distribution`. */
export interface DistributionAnswer {
  /** The version in force in the period. */
  readonly measure: MeasureHeading;
  readonly grain: Grain;
  readonly filter: Readonly<Record<string, string>>;
  readonly asOf: string;
  readonly audience: Role;
  readonly classification: Classification;
  /** The figure, as `GET /v1/observations` has it. */
  readonly observation: Observation;
  /** In the unit of the measure; `null` where the figure is not available. Their counts add up to the denominator. */
  readonly bands: readonly LengthBand[] | null;
  readonly freshness: Freshness;
  readonly warnings: readonly string[];
}

/** Tells how long each took that a figure counts. */
@Injectable()
export class DistributionService {
  private readonly rules: RegisterRules;

  constructor(
    @Inject(REGISTER) private readonly register: Register,
    @Inject(FigureFollower) private readonly follower: FigureFollower,
    @Inject(FreshnessService) private readonly freshness: FreshnessService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.rules = rulesOf(register);
  }

  async answer(
    { question, versions }: Omit<Asked, 'after'>,
    audience: Role,
  ): Promise<DistributionAnswer | typeof beingComputed> {
    const { periods, grain, filter, asOf } = question;
    const { figures } = this.follower;
    const holdings = holdingsOfVersions(versions, periods, figures, this.rules.calendar);
    if (holdings === null) return beingComputed;
    const measure = versionInForce(versions, periods[0]?.start ?? asOf);
    const [observation] = observe(
      question,
      holdings,
      (day) => this.rules.objectiveInForce(measure.id, day)?.value ?? null,
    );
    if (observation === undefined) throw new Error('Without a breakdown every period has a row');
    const distribution = distributionOf(question, holdings);
    const freshness = await this.freshness.freshnessOf(figures);
    const { holidays } = this.register;
    const today = localDay(this.clock());
    return {
      measure: headingOf(measure),
      grain,
      filter,
      asOf: formatDay(asOf),
      audience,
      classification: classificationOfLive([observation], measure.classification),
      observation,
      bands: distribution?.bands ?? null,
      freshness,
      warnings: warningsOf({ isBegun: figures !== null, observations: [observation], freshness, holidays, today }),
    };
  }
}
