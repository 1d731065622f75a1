import { Inject, Injectable } from '@nestjs/common';
import { degreeFor } from '../../../libs/access/permission.rule.js';
import type { Role } from '../../../libs/access/role.rule.js';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { formatDay, localDay, type Day } from '../../../libs/calendars/local-date.calendar.js';
import { periodOf } from '../../../libs/calendars/period.calendar.js';
import { classificationOfLive, type Classification } from '../../../libs/publication/classification.rule.js';
import type { Confidence, Evidence, FrameworkMeasure } from '../../../libs/register/charter.fact.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { ControlledFigures } from '../controlled/controlled-figures.service.js';
import { PublicationSteps } from '../controlled/publication-steps.service.js';
import { FreshnessService, type Freshness } from '../following/freshness.service.js';
import { MAY_BE_MISSING } from '../reported/reported-reading.rule.js';
import { ReportedCases } from '../reported/reported-cases.service.js';
import { controlledFiled } from './controlled-filed.rule.js';
import { filedFigures, isFiled, type IndicatorFigures } from './filed-figures.rule.js';
import { measureBehind } from './measure-behind.rule.js';
import { REGISTER } from '../query.settings.js';
import { StandingsService, type Standings } from '../attention/standings.service.js';
import { warningsOf } from '../observations/warnings.rule.js';

/** A framework measure with one piece of the evidence that stands for it. */
export interface Indicator extends IndicatorFigures {
  readonly framework: string;
  readonly title: string;
  /** Whether the framework measure was read in its source or worked out. */
  readonly confidence: Confidence;
  readonly evidence: Evidence;
}

/** What is said once for all indicators of an answer. */
export interface AboutIndicators {
  readonly asOf: string;
  readonly audience: Role;
  /** `null` where the answer has no figures. */
  readonly classification: Classification | null;
  /** `null` where the answer has no figures. */
  readonly freshness: Freshness | null;
  readonly warnings: readonly string[];
}

/** Indicators as one audience sees them, by the figures of one moment. */
export interface IndicatorReading {
  /** One for each piece of evidence, in order; to be asked before anything is awaited. */
  readonly indicatorsOf: (framework: readonly FrameworkMeasure[]) => readonly Indicator[];
  readonly about: (indicators: readonly Indicator[]) => Promise<AboutIndicators>;
}

/** Why an answer has no figures. */
const WITHOUT_FIGURES = 'Figures and states are left out: this role does not see them.';

const NO_FIGURES: IndicatorFigures = { latest: null, year: null, state: null, filed: null };
const GAP: IndicatorFigures = { ...NO_FIGURES, state: 'gap' };

/** Reads off the figures held what stands behind the framework's measures. */
@Injectable()
export class IndicatorsService {
  constructor(
    @Inject(REGISTER) private readonly register: Register,
    @Inject(StandingsService) private readonly standings: StandingsService,
    @Inject(FreshnessService) private readonly freshness: FreshnessService,
    @Inject(ReportedCases) private readonly reported: ReportedCases,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PublicationSteps) private readonly steps: PublicationSteps,
    @Inject(ControlledFigures) private readonly controlled: ControlledFigures,
  ) {}

  /**
   * As known at the end of day K, by default today, or at the end of the current publication step for whoever sees
   * controlled figures only; without figures and states for whoever may see none.
   *
   * @param framework the measures that will be asked about
   */
  async readFor(
    audience: Role,
    framework: readonly FrameworkMeasure[],
    asOfAsked: Day | null = null,
  ): Promise<IndicatorReading> {
    const degree = degreeFor(audience, 'read-figures');
    const isControlled = degree === 'controlled';
    const asOf = asOfAsked ?? (isControlled ? await this.steps.current() : localDay(this.clock()));
    const outline = { asOf: formatDay(asOf), audience };
    if (degree === null) {
      return {
        indicatorsOf: (some) => indicatorsOf(some, () => NO_FIGURES),
        about: () =>
          Promise.resolve({ ...outline, classification: null, freshness: null, warnings: [WITHOUT_FIGURES] }),
      };
    }
    const year = periodOf('year', asOf);
    const years = [periodOf('year', year.start - 1), year] as const;
    const filed = framework.filter(({ evidencedBy }) => evidencedBy.some(isFiled));
    const reported = await this.reported.read(
      filed.flatMap(({ id }) => years.map(({ code }) => ({ measure: id, year: code }))),
    );
    const now = this.clock();
    const today = localDay(now);
    const standings = isControlled ? this.standings.controlledAt(asOf) : this.standings.at(now, asOf);
    const shown = (figures: IndicatorFigures): IndicatorFigures =>
      isControlled ? controlledFiled(figures, this.controlled.small) : figures;
    const { figures } = standings;
    const { holidays } = this.register;
    return {
      indicatorsOf: (some) =>
        indicatorsOf(some, (evidence, { id }) =>
          isFiled(evidence)
            ? shown(
                filedFigures(evidence, years, asOf, ({ code }) =>
                  reported.standingOf({ measure: id, year: code }, asOf),
                ),
              )
            : figuresOf(evidence, standings),
        ),
      about: async (indicators) => {
        const freshness = await this.freshness.freshnessOf(figures);
        const observations = indicators
          .filter(({ evidence }) => !isFiled(evidence))
          .flatMap(({ latest, year: ofYear }) => [latest, ofYear].filter((one) => one !== null));
        const warnings = warningsOf({ isBegun: figures !== null, observations, freshness, holidays, today });
        const isMissing = !reported.isWhole && indicators.some(({ evidence }) => isFiled(evidence));
        return {
          ...outline,
          classification: classificationOfLive(observations),
          freshness,
          warnings: isMissing ? [...warnings, MAY_BE_MISSING] : warnings,
        };
      },
    };
  }
}

function indicatorsOf(
  framework: readonly FrameworkMeasure[],
  figuresBehind: (evidence: Evidence, measure: FrameworkMeasure) => IndicatorFigures,
): readonly Indicator[] {
  return framework.flatMap((measure) => {
    const { id, title, confidence, evidencedBy } = measure;
    return evidencedBy.map((evidence) => ({
      framework: id,
      title,
      confidence,
      evidence,
      ...figuresBehind(evidence, measure),
    }));
  });
}

/** What is not computed, or not counted yet, is a gap. */
function figuresOf(evidence: Evidence, standings: Standings): IndicatorFigures {
  const measure = measureBehind(evidence);
  if (measure === undefined) return GAP;
  const { isCounted, latest, year, state } = standings.standingOf(measure);
  return isCounted ? { ...NO_FIGURES, latest, year, state } : GAP;
}
