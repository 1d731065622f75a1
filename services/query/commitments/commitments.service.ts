import { Inject, Injectable } from '@nestjs/common';
import { degreeFor } from '../../../libs/access/permission.rule.js';
import type { Role } from '../../../libs/access/role.rule.js';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { localDay, type Day } from '../../../libs/calendars/local-date.calendar.js';
import type { FrameworkMeasure, RedressStep } from '../../../libs/register/charter.fact.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { commitmentRows, frameworkOf, headingsOf, lineageOf, type CommitmentRow } from './commitment-rows.rule.js';
import { PublicationSteps } from '../controlled/publication-steps.service.js';
import { IndicatorsService, type AboutIndicators, type Indicator } from './indicators.service.js';
import { parseAsOf } from '../observations/range.parser.js';
import { REGISTER } from '../query.settings.js';
import type { Parsed } from '../refusal.rule.js';

/** A commitment with its indicators in the register's order, never averaged. */
export interface CommitmentWithIndicators extends CommitmentRow {
  readonly indicators: readonly Indicator[];
}

/** The answer of `GET /v1/commitments/{edition}/{id}` (contract: api). */
export interface CommitmentAnswer extends CommitmentWithIndicators, AboutIndicators {
  readonly principles: readonly string[];
  readonly themes: readonly string[];
  readonly redress: readonly RedressStep[];
}

/** Commitments with their indicators, and what is said once for all of them. */
export interface CommitmentsWithIndicators extends AboutIndicators {
  readonly commitments: readonly CommitmentWithIndicators[];
}

/** Reads commitments off the register, and the figures that stand for them off what is held. */
@Injectable()
export class CommitmentsService {
  readonly rows: readonly CommitmentRow[];
  private readonly framework: ReadonlyMap<CommitmentRow, readonly FrameworkMeasure[]>;

  constructor(
    @Inject(REGISTER) private readonly register: Register,
    @Inject(IndicatorsService) private readonly indicators: IndicatorsService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PublicationSteps) private readonly steps: PublicationSteps,
  ) {
    const { charter } = register;
    this.rows = commitmentRows(charter);
    this.framework = new Map(this.rows.map((row) => [row, frameworkOf(lineageOf(row, charter), charter)]));
  }

  /**
   * The day K that a query names, by default today; for figures that are controlled the publication step that it names, by
   * default the current one.
   */
  async dayAsked(asOf: string | undefined, audience: Role | 'no figures'): Promise<Parsed<Day>> {
    const isControlled = audience !== 'no figures' && degreeFor(audience, 'read-figures') === 'controlled';
    return isControlled ? this.steps.asked(asOf) : parseAsOf(asOf, localDay(this.clock()));
  }

  /** As known at the end of day K; `null` where there is no such commitment. */
  async answer(edition: string, id: string, audience: Role, asOf: Day): Promise<CommitmentAnswer | null> {
    const row = this.rows.find((candidate) => candidate.edition === edition && candidate.id === id);
    if (row === undefined) return null;
    const { charter } = this.register;
    const lineage = lineageOf(row, charter);
    const framework = this.frameworkBehind(row);
    const reading = await this.indicators.readFor(audience, framework, asOf);
    const indicators = reading.indicatorsOf(framework);
    return {
      ...row,
      principles: headingsOf(lineage, charter.principles),
      themes: headingsOf(lineage, charter.themes),
      redress: charter.redress,
      indicators,
      ...(await reading.about(indicators)),
    };
  }

  /** Some of `rows`, each with its indicators. */
  async withIndicators(rows: readonly CommitmentRow[], audience: Role, asOf: Day): Promise<CommitmentsWithIndicators> {
    const framework = [...new Set(rows.flatMap((row) => this.frameworkBehind(row)))];
    const reading = await this.indicators.readFor(audience, framework, asOf);
    const commitments = rows.map((row) => ({ ...row, indicators: reading.indicatorsOf(this.frameworkBehind(row)) }));
    const about = await reading.about(commitments.flatMap(({ indicators }) => indicators));
    return { commitments, ...about };
  }

  private frameworkBehind(row: CommitmentRow): readonly FrameworkMeasure[] {
    return this.framework.get(row) ?? [];
  }
}
