import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '../../../libs/access/role.rule.js';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { formatDay, localDay } from '../../../libs/calendars/local-date.calendar.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { worstFirst } from './attention-order.rule.js';
import { attentionRow, type AttentionRow } from './attention-row.rule.js';
import { FreshnessService, type Freshness } from '../following/freshness.service.js';
import { REGISTER } from '../query.settings.js';
import { parseAsOf } from '../observations/range.parser.js';
import { parsed, type Parsed } from '../refusal.rule.js';
import { StandingsService } from './standings.service.js';
import { warningsOf } from '../observations/warnings.rule.js';

/** The answer of `GET /v1/attention`: every computed measure, worst first. */
export interface Attention {
  readonly asOf: string;
  readonly audience: Role;
  readonly freshness: Freshness;
  readonly warnings: readonly string[];
  readonly rows: readonly AttentionRow[];
}

/** Says how every computed measure stands. */
@Injectable()
export class AttentionService {
  constructor(
    @Inject(REGISTER) private readonly register: Register,
    @Inject(StandingsService) private readonly standings: StandingsService,
    @Inject(FreshnessService) private readonly freshness: FreshnessService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** As known at the end of the day named, by default today. */
  async answer(asOfNamed: string | undefined, audience: Role): Promise<Parsed<Attention>> {
    const now = this.clock();
    const today = localDay(now);
    const asOf = parseAsOf(asOfNamed, today);
    if (!asOf.ok) return asOf;
    const { figures, standingOf } = this.standings.at(now, asOf.value);
    const standings = measures.map((measure) => ({ measure, ...standingOf(measure) }));
    const rows = worstFirst(standings.map(({ measure, ...standing }) => attentionRow(measure, standing)));
    const observations = standings
      .filter(({ isCounted }) => isCounted)
      .flatMap(({ latest, before, year }) => [latest, before, year]);
    const freshness = await this.freshness.freshnessOf(figures);
    const { holidays } = this.register;
    const warnings = warningsOf({ isBegun: figures !== null, observations, freshness, holidays, today });
    return parsed({ asOf: formatDay(asOf.value), audience, freshness, warnings, rows });
  }
}
