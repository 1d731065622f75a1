import { Inject, Injectable } from '@nestjs/common';
import { degreeFor } from '../../libs/access/permission.rule.js';
import type { Role } from '../../libs/access/role.rule.js';
import { CLOCK, type Clock } from '../../libs/calendars/clock.port.js';
import { formatDay, localDay, type Day } from '../../libs/calendars/local-date.calendar.js';
import { periodOf, type Grain, type Period } from '../../libs/calendars/period.calendar.js';
import { observe, type Observation } from '../../libs/measures/figures/observe.measure.js';
import type { Holdings } from '../../libs/measures/figures/question.measure.js';
import { measures } from '../../libs/measures/measure-list.measure.js';
import type { Measure } from '../../libs/measures/measure.measure.js';
import type { Confidence, Evidence, RedressStep } from '../../libs/register/charter.fact.js';
import type { Register } from '../../libs/register/register.fact.js';
import { rulesOf, type RegisterRules } from '../../libs/register/register-rules.rule.js';
import { commitmentRows, frameworkOf, headingsOf, lineageOf, type CommitmentRow } from './commitment-rows.rule.js';
import { feedsHeld, FigureFollower, type Figures } from './figure-follower.service.js';
import { FreshnessService, type Freshness } from './freshness.service.js';
import { hasGoneQuiet } from './gone-quiet.rule.js';
import { holdingsOf } from './holdings.rule.js';
import { stateAgainst, type IndicatorState } from './indicator-state.rule.js';
import { lastWholeMonth } from './last-whole-month.rule.js';
import { REGISTER } from './query.settings.js';
import { warningsOf } from './warnings.rule.js';

/** What the figures say of one piece of evidence; `null` throughout for whoever may not see figures. */
export interface IndicatorFigures {
  /** Of the last whole month; of a cohort measure the last that is no longer provisional. */
  readonly latest: Observation | null;
  /** Of the financial year that contains K, so far. */
  readonly year: Observation | null;
  readonly state: IndicatorState | null;
}

/** A framework measure with one piece of the evidence that stands for it. */
export interface Indicator extends IndicatorFigures {
  readonly framework: string;
  readonly title: string;
  /** Whether the framework measure was read in its source or worked out. */
  readonly confidence: Confidence;
  readonly evidence: Evidence;
}

/** The answer of `GET /v1/commitments/{edition}/{id}` (contract: api). */
export interface CommitmentAnswer extends CommitmentRow {
  readonly principles: readonly string[];
  readonly themes: readonly string[];
  readonly redress: readonly RedressStep[];
  readonly indicators: readonly Indicator[];
  readonly asOf: string;
  readonly audience: Role;
  /** `null` where the answer has no figures. */
  readonly freshness: Freshness | null;
  readonly warnings: readonly string[];
}

/** Why an answer has no figures, for the roles that see none or none yet. */
const WITHOUT_FIGURES = 'Figures and states are left out: this role does not see them.';
const NOT_BEFORE_DISCLOSURE_CONTROL =
  'Figures and states are left out: this role sees them only after disclosure control, which is not available yet.';

const NO_FIGURES: IndicatorFigures = { latest: null, year: null, state: null };
const GAP: IndicatorFigures = { latest: null, year: null, state: 'gap' };

/** Reads commitments off the register, and the figures that stand for them off what is held. */
@Injectable()
export class CommitmentsService {
  private readonly rules: RegisterRules;
  readonly rows: readonly CommitmentRow[];

  constructor(
    @Inject(REGISTER) private readonly register: Register,
    @Inject(FigureFollower) private readonly follower: FigureFollower,
    @Inject(FreshnessService) private readonly freshness: FreshnessService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.rules = rulesOf(register);
    this.rows = commitmentRows(register.charter);
  }

  /** A commitment with its indicators in the register's order, never averaged; `null` where there is none. */
  async answer(edition: string, id: string, audience: Role): Promise<CommitmentAnswer | null> {
    const row = this.rows.find((candidate) => candidate.edition === edition && candidate.id === id);
    if (row === undefined) return null;
    const { charter, holidays } = this.register;
    const lineage = lineageOf(row, charter);
    const degree = degreeFor(audience, 'read-figures');
    const now = this.clock();
    const today = localDay(now);
    const { figures } = this.follower;
    const figuresOf = degree === 'full' ? this.reader(figures, now) : (): IndicatorFigures => NO_FIGURES;
    const indicators = frameworkOf(lineage, charter).flatMap(({ id: framework, title, confidence, evidencedBy }) =>
      evidencedBy.map((evidence) => ({ framework, title, confidence, evidence, ...figuresOf(evidence) })),
    );
    const answer = {
      ...row,
      principles: headingsOf(lineage, charter.principles),
      themes: headingsOf(lineage, charter.themes),
      redress: charter.redress,
      indicators,
      asOf: formatDay(today),
      audience,
    };
    if (degree !== 'full') {
      const why = degree === 'controlled' ? NOT_BEFORE_DISCLOSURE_CONTROL : WITHOUT_FIGURES;
      return { ...answer, freshness: null, warnings: [why] };
    }
    const freshness = await this.freshness.freshnessOf(figures);
    const observations = indicators.flatMap(({ latest, year }) => [latest, year].filter((one) => one !== null));
    const warnings = warningsOf({ isBegun: figures !== null, observations, freshness, holidays, today });
    return { ...answer, freshness, warnings };
  }

  /** Reads off the figures of one moment what stands behind evidence. */
  private reader(figures: Figures | null, now: number): (evidence: Evidence) => IndicatorFigures {
    const asOf = localDay(now);
    const feeds = feedsHeld(figures?.partitions ?? []);
    return (evidence) => {
      const measure = evidence.kind === 'computed' ? measures.find(({ id }) => id === evidence.measure) : undefined;
      const holdings = measure === undefined ? null : holdingsOf(measure, figures, this.rules.calendar);
      if (measure === undefined || holdings === null) return GAP;
      const month = lastWholeMonth(measure, asOf);
      const latest = this.observeOne(measure, holdings, 'month', month, asOf);
      const year = this.observeOne(measure, holdings, 'year', periodOf('year', asOf), asOf);
      const objective = this.rules.objectiveInForce(measure.id, month.start);
      const state = hasGoneQuiet(measure, feeds, now) ? 'gone-quiet' : stateAgainst(objective, latest);
      return { latest, year, state };
    };
  }

  private observeOne(measure: Measure, holdings: Holdings, grain: Grain, period: Period, asOf: Day): Observation {
    const question = { measure, grain, periods: [period], by: [], filter: {}, asOf };
    const objectiveOn = (day: Day): number | null => this.rules.objectiveInForce(measure.id, day)?.value ?? null;
    const [observation] = observe(question, holdings, objectiveOn);
    if (observation === undefined) throw new Error('Without a breakdown every period has a row');
    return observation;
  }
}
