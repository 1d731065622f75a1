import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '../../../libs/access/role.rule.js';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { formatDay, localDay } from '../../../libs/calendars/local-date.calendar.js';
import type { LengthBand } from '../../../libs/measures/distribution/length-band.measure.js';
import type { Holdings, Question } from '../../../libs/measures/figures/question.measure.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import { pendingLimits, type DueSoon } from '../../../libs/measures/queue/pending-limits.measure.js';
import { queueOf, type AgeBand } from '../../../libs/measures/queue/queue.measure.js';
import { inForceOn, versionsNamed } from '../../../libs/measures/versions.measure.js';
import { classificationOfLive, type Classification } from '../../../libs/publication/classification.rule.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { rulesOf, type RegisterRules } from '../../../libs/register/register-rules.rule.js';
import { FigureFollower, type Figures } from '../following/figure-follower.service.js';
import { FreshnessService, type Freshness } from '../following/freshness.service.js';
import { holdingsOfVersions } from '../observations/holdings.rule.js';
import { headingOf, type MeasureHeading } from '../observations/measure-heading.rule.js';
import { beingComputed } from '../observations/observations.service.js';
import { warningsOf } from '../observations/warnings.rule.js';
import { MEASURES, REGISTER } from '../query.settings.js';
import { STOCK } from './queue.parser.js';

/** The answer of `GET /v1/queue`. */
export interface QueueAnswer {
  readonly measure: MeasureHeading;
  readonly filter: Readonly<Record<string, string>>;
  readonly asOf: string;
  readonly audience: Role;
  readonly classification: Classification;
  /** Of the stock: the open applications. Of a limit: what was still within it. */
  readonly total: number;
  /** By working days since received; `null` of a limit. */
  readonly byAge: readonly AgeBand[] | null;
  /** Limits that end within five working days, day by day, with the last day in time. */
  readonly soon: readonly (Omit<DueSoon, 'due'> & { readonly due: string })[];
  readonly later: readonly LengthBand[];
  /** By working days since the last day in time; `null` of a limit, which tells what was missed. */
  readonly overdue: readonly LengthBand[] | null;
  /** Without a limit that runs; `null` of a limit. */
  readonly withoutLimit: number | null;
  readonly freshness: Freshness;
  readonly warnings: readonly string[];
}

/** Tells what was waiting at the end of a day, and which limits were about to be missed. */
@Injectable()
export class QueueService {
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

  async answer(question: Question, audience: Role): Promise<QueueAnswer | typeof beingComputed> {
    const { measure, filter, asOf } = question;
    const { figures } = this.follower;
    const counted = this.counted(question, figures);
    if (counted === null) return beingComputed;
    const freshness = await this.freshness.freshnessOf(figures);
    const { holidays } = this.register;
    const today = localDay(this.clock());
    return {
      measure: headingOf(measure),
      filter,
      asOf: formatDay(asOf),
      audience,
      classification: classificationOfLive([], measure.classification),
      ...counted,
      soon: counted.soon.map(({ left, due, count }) => ({ left, due: formatDay(due), count })),
      freshness,
      warnings: warningsOf({ isBegun: figures !== null, observations: [], freshness, holidays, today }),
    };
  }

  /** `null` while one of the measures is still being counted. */
  private counted(
    question: Question,
    figures: Figures | null,
  ):
    | (Pick<QueueAnswer, 'total' | 'byAge' | 'later' | 'overdue' | 'withoutLimit'> & {
        readonly soon: readonly DueSoon[];
      })
    | null {
    const { measure } = question;
    if (measure.id !== STOCK) {
      const limits = this.heldOf(measure.id, question, figures);
      return limits && { byAge: null, overdue: null, withoutLimit: null, ...pendingLimits(question, limits) };
    }
    const open = this.heldOf(STOCK, question, figures);
    const overdue = this.heldOf('overdue-applications', question, figures);
    const limits = this.heldOf('decisions-in-time', question, figures);
    return open && overdue && limits && queueOf(question, { open, overdue, limits });
  }

  /** The rows of the version in force on the day. */
  private heldOf(id: string, { periods, asOf }: Question, figures: Figures | null): Holdings | null {
    const holdings = holdingsOfVersions(versionsNamed(id, this.measures), periods, figures, this.rules.calendar);
    if (holdings?.versions === undefined) return holdings;
    return { ...holdings, measureIndex: inForceOn(holdings.versions, asOf).measureIndex };
  }
}
