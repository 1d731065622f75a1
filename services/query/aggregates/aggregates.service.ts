import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '../../../libs/access/role.rule.js';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { formatInstant } from '../../../libs/calendars/instant.calendar.js';
import { formatDay, localDay, type Day } from '../../../libs/calendars/local-date.calendar.js';
import type { Period } from '../../../libs/calendars/period.calendar.js';
import { observe, type Observing } from '../../../libs/measures/figures/observe.measure.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import { versionInForce, versionsNamed } from '../../../libs/measures/versions.measure.js';
import type { AggregateRow } from '../../../libs/publication/aggregate-row.fact.js';
import { classificationOfLive, type Classification } from '../../../libs/publication/classification.rule.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { rulesOf, type RegisterRules } from '../../../libs/register/register-rules.rule.js';
import { StandingsService } from '../attention/standings.service.js';
import { spanNotes } from '../commitments/edition-in-force.rule.js';
import { isFiled } from '../commitments/filed-figures.rule.js';
import { ControlledFigures } from '../controlled/controlled-figures.service.js';
import { FigureFollower, type Figures } from '../following/figure-follower.service.js';
import { FreshnessService, type Freshness } from '../following/freshness.service.js';
import { holdingsOfVersions } from '../observations/holdings.rule.js';
import { MEASURES, REGISTER } from '../query.settings.js';
import { publishedRow } from './published-row.rule.js';
import { parsed, type Parsed } from '../refusal.rule.js';
import { ReportedCases } from '../reported/reported-cases.service.js';
import { MAY_BE_MISSING } from '../reported/reported-reading.rule.js';
import { aggregateRows, type CountedFigure } from './aggregate-rows.rule.js';
import { parseAggregates } from './aggregates.parser.js';

/** The answer of `GET /v1/aggregates` (contract: api): what a release would hold now. */
export interface Aggregates {
  readonly year: string;
  readonly asOf: string;
  readonly audience: Role;
  readonly classification: Classification;
  readonly rows: readonly AggregateRow[];
  readonly freshness: Freshness;
  readonly warnings: readonly string[];
}

/** The whole framework in a year, and the very figures that it was read off. */
export interface AggregateSnapshot {
  readonly rows: readonly AggregateRow[];
  /** How far each partition was counted, in order: everything before its position. Empty before anything is counted. */
  readonly positions: readonly { readonly partition: number; readonly position: number }[];
  /** Of the definitions that the figures were counted by; `null` before anything is counted. */
  readonly fingerprint: string | null;
  /** False where something reported may be missing, since the store did not say all: not to be published. */
  readonly isWhole: boolean;
}

/** The two tables of a release, and what they rest on. */
export interface YearTables extends Omit<AggregateSnapshot, 'rows'> {
  readonly exact: readonly AggregateRow[];
  readonly published: readonly AggregateRow[];
}

interface Moment {
  readonly rowsBy: (observing: Observing) => readonly AggregateRow[];
  readonly basis: Omit<AggregateSnapshot, 'rows'>;
}

/** Moments in a row in which new figures came while what was reported was being read. */
const MOST_MOMENTS = 5;

/** Puts the framework's year together from what is counted and what was reported. */
@Injectable()
export class AggregatesService {
  private readonly rules: RegisterRules;

  constructor(
    @Inject(REGISTER) private readonly register: Register,
    @Inject(MEASURES) private readonly measures: readonly Measure[],
    @Inject(FigureFollower) private readonly follower: FigureFollower,
    @Inject(ReportedCases) private readonly reported: ReportedCases,
    @Inject(FreshnessService) private readonly freshness: FreshnessService,
    @Inject(StandingsService) private readonly standings: StandingsService,
    @Inject(ControlledFigures) private readonly controlled: ControlledFigures,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.rules = rulesOf(register);
  }

  /** Of the year named, as known at the end of the day named, by default today. */
  async answer(query: { readonly year?: string; readonly asOf?: string }, audience: Role): Promise<Parsed<Aggregates>> {
    const now = this.clock();
    const asked = parseAggregates(query, localDay(now));
    if (!asked.ok) return asked;
    const { year, asOf } = asked.value;
    const { rows, isWhole } = await this.snapshotAt(year, asOf);
    const { figures } = this.follower;
    const freshness = await this.freshness.freshnessOf(figures);
    const warnings = [
      ...(figures === null ? ['Nothing has been counted yet.'] : []),
      ...spanNotes(this.register.charter.editions, year),
      ...(asOf === localDay(now) ? this.quietNotes(now) : []),
      ...(isWhole ? [] : [MAY_BE_MISSING]),
    ];
    const classification = classificationOfLive(rows);
    return parsed({ year: year.code, asOf: formatDay(asOf), audience, classification, rows, freshness, warnings });
  }

  /**
   * Every framework measure in a year, in the register's order, as known at the end of day K, with what it rests on: counted
   * and reported figures of one moment.
   */
  async snapshotAt(year: Period, asOf: Day): Promise<AggregateSnapshot> {
    const moment = await this.momentOf(year, asOf);
    return { rows: moment.rowsBy(observe), ...moment.basis };
  }

  /** Both tables of a release, of one moment: the exact one, and the one that everybody may see. */
  async tablesAt(year: Period, asOf: Day): Promise<YearTables> {
    const { rowsBy, basis } = await this.momentOf(year, asOf);
    const published = rowsBy(this.controlled.observe).map((row) => publishedRow(row, this.controlled.small));
    return { exact: rowsBy(observe), published, ...basis };
  }

  /** What is counted and what was reported at one moment, for as long as nothing is awaited. */
  private async momentOf(year: Period, asOf: Day): Promise<Moment> {
    const framework = this.register.charter.measures;
    const filed = framework.filter(({ evidencedBy }) => evidencedBy.some(isFiled));
    const asked = filed.map(({ id }) => ({ measure: id, year: year.code }));
    let before = this.follower.figures;
    let reading = await this.reported.read(asked);
    for (let moments = 1; moments < MOST_MOMENTS && this.follower.figures !== before; moments += 1) {
      before = this.follower.figures;
      reading = await this.reported.read(asked);
    }
    const { figures } = this.follower;
    const rowsBy = (observing: Observing): readonly AggregateRow[] =>
      aggregateRows(framework, {
        year,
        asOf,
        counted: (measure) => this.counted(measure, year, asOf, figures, observing),
        reported: (measure) => reading.standingOf({ measure, year: year.code }, asOf),
      });
    const positions = (figures?.partitions ?? []).map(({ last }, partition) => ({
      partition,
      position: (last?.through ?? -1) + 1,
    }));
    return { rowsBy, basis: { positions, fingerprint: figures?.fingerprint ?? null, isWhole: reading.isWhole } };
  }

  /** A computed measure in a year, by the version then in force; `null` where the generation in use does not count it. */
  private counted(
    id: string,
    year: Period,
    asOf: Day,
    figures: Figures | null,
    observing: Observing,
  ): CountedFigure | null {
    const versions = versionsNamed(id, this.measures);
    if (versions.length === 0) return null;
    const measure = versionInForce(versions, year.start);
    const holdings = holdingsOfVersions(versions, [year], figures, this.rules.calendar);
    if (holdings === null) return null;
    const question = { measure, grain: 'year', periods: [year], by: [], filter: {}, asOf } as const;
    const [observation] = observing(question, holdings, (day) => this.rules.objectiveInForce(id, day)?.value ?? null);
    return observation === undefined ? null : { observation, unit: measure.unit };
  }

  /** Which of the measures that stand for the framework are no longer told of: their figures must not be taken for good. */
  private quietNotes(now: number): readonly string[] {
    const { standingOf } = this.standings.at(now);
    const quiet = this.measures.flatMap((measure) => {
      const { quietSince } = standingOf(measure);
      return quietSince === null ? [] : [`${measure.id} (since ${formatInstant(quietSince)})`];
    });
    return quiet.length === 0 ? [] : [`Gone quiet: nothing comes any more of what these count: ${quiet.join(', ')}.`];
  }
}
