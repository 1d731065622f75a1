import { Inject, Injectable } from '@nestjs/common';
import { degreeFor } from '../../../libs/access/permission.rule.js';
import type { Role } from '../../../libs/access/role.rule.js';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { formatDay, localDay } from '../../../libs/calendars/local-date.calendar.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import { newestOfEach } from '../../../libs/measures/versions.measure.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { worstFirst } from './attention-order.rule.js';
import { changeTold, type ChangeTold } from './attention-change.rule.js';
import { attentionRow, type AttentionRow } from './attention-row.rule.js';
import { readBefore } from './changes-page.parser.js';
import { PublicationSteps } from '../controlled/publication-steps.service.js';
import { FreshnessService, type Freshness } from '../following/freshness.service.js';
import { KeptChanges } from './kept-changes.service.js';
import { MEASURES, REGISTER } from '../query.settings.js';
import type { PlainQuery } from '../observations/plain-query.parser.js';
import { parseAsOf } from '../observations/range.parser.js';
import { parsed, refused, type Parsed } from '../refusal.rule.js';
import { StandingsService } from './standings.service.js';
import { warningsOf } from '../observations/warnings.rule.js';

/** Changes on one page. */
const PAGE = 20;

/** The answer of `GET /v1/attention`: every computed measure, worst first, and the latest changes of state. */
export interface Attention {
  readonly asOf: string;
  readonly audience: Role;
  readonly freshness: Freshness;
  readonly warnings: readonly string[];
  readonly rows: readonly AttentionRow[];
  /** Newest first. */
  readonly changes: readonly ChangeTold[];
  /** What `before` has to be for the next page of changes; `null` where there are no older ones. */
  readonly older: number | null;
}

/** The members that a query of `GET /v1/attention` may have. */
export const ATTENTION_MEMBERS = ['asOf', 'before'] as const;
type AttentionQuery = PlainQuery<(typeof ATTENTION_MEMBERS)[number]>;

/** Says how every computed measure stands, and what has changed. */
@Injectable()
export class AttentionService {
  private readonly measures: readonly Measure[];

  constructor(
    @Inject(REGISTER) private readonly register: Register,
    @Inject(MEASURES) measures: readonly Measure[],
    @Inject(StandingsService) private readonly standings: StandingsService,
    @Inject(KeptChanges) private readonly kept: KeptChanges,
    @Inject(FreshnessService) private readonly freshness: FreshnessService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PublicationSteps) private readonly steps: PublicationSteps,
  ) {
    this.measures = newestOfEach(measures);
  }

  /**
   * As known at the end of the day named, by default today; for whoever sees controlled figures only at the publication
   * step named, by default the current one, and without changes: when a state changed tells of exact figures.
   */
  async answer(query: AttentionQuery, audience: Role): Promise<Parsed<Attention>> {
    const now = this.clock();
    const today = localDay(now);
    const isControlled = degreeFor(audience, 'read-figures') === 'controlled';
    const asOf = isControlled ? await this.steps.asked(query.asOf) : parseAsOf(query.asOf, today);
    const before = readBefore(query.before);
    if (!asOf.ok || !before.ok) return refused(...[asOf, before].flatMap((read) => (read.ok ? [] : read.refusals)));
    const { figures, standingOf } = isControlled
      ? this.standings.controlledAt(asOf.value)
      : this.standings.at(now, asOf.value);
    const standings = this.measures.map((measure) => ({ measure, standing: standingOf(measure) }));
    const rows = standings.map(({ measure, standing }) =>
      attentionRow(measure, standing, isControlled ? null : this.kept.latestOf(measure, asOf.value)),
    );
    const changes = isControlled ? [] : this.kept.page(PAGE + 1, asOf.value, before.value);
    const observations = standings.flatMap(({ standing: { isCounted, latest, before: earlier, year } }) =>
      isCounted ? [latest, earlier, year] : [],
    );
    const freshness = await this.freshness.freshnessOf(figures);
    const { holidays } = this.register;
    return parsed({
      asOf: formatDay(asOf.value),
      audience,
      freshness,
      warnings: warningsOf({ isBegun: figures !== null, observations, freshness, holidays, today }),
      rows: worstFirst(rows),
      changes: changes.slice(0, PAGE).map(changeTold),
      older: changes.length > PAGE ? (changes[PAGE - 1]?.number ?? null) : null,
    });
  }
}
