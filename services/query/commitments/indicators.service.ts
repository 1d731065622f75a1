import { Inject, Injectable } from '@nestjs/common';
import { degreeFor } from '../../../libs/access/permission.rule.js';
import type { Role } from '../../../libs/access/role.rule.js';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { formatDay, localDay } from '../../../libs/calendars/local-date.calendar.js';
import type { Confidence, Evidence, FrameworkMeasure } from '../../../libs/register/charter.fact.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { FreshnessService, type Freshness } from '../following/freshness.service.js';
import { measureBehind } from './measure-behind.rule.js';
import type { Standing } from '../attention/measure-standing.rule.js';
import { REGISTER } from '../query.settings.js';
import { StandingsService, type Standings } from '../attention/standings.service.js';
import { warningsOf } from '../observations/warnings.rule.js';

/** What the figures say of one piece of evidence; `null` throughout for whoever may not see figures. */
export type IndicatorFigures = { readonly [Member in 'latest' | 'year' | 'state']: Standing[Member] | null };

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
  readonly freshness: Freshness | null;
  readonly warnings: readonly string[];
}

/** Indicators as one audience sees them, by the figures of one moment. */
export interface IndicatorReading {
  /** One for each piece of evidence, in order; to be asked before anything is awaited. */
  readonly indicatorsOf: (framework: readonly FrameworkMeasure[]) => readonly Indicator[];
  readonly about: (indicators: readonly Indicator[]) => Promise<AboutIndicators>;
}

/** Why an answer has no figures, for the roles that see none or none yet. */
const WITHOUT_FIGURES = 'Figures and states are left out: this role does not see them.';
const NOT_BEFORE_DISCLOSURE_CONTROL =
  'Figures and states are left out: this role sees them only after disclosure control, which is not available yet.';

const NO_FIGURES: IndicatorFigures = { latest: null, year: null, state: null };
const GAP: IndicatorFigures = { latest: null, year: null, state: 'gap' };

/** Reads off the figures held what stands behind the framework's measures. */
@Injectable()
export class IndicatorsService {
  constructor(
    @Inject(REGISTER) private readonly register: Register,
    @Inject(StandingsService) private readonly standings: StandingsService,
    @Inject(FreshnessService) private readonly freshness: FreshnessService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Without figures and states for whoever may not see them. */
  readFor(audience: Role): IndicatorReading {
    const now = this.clock();
    const today = localDay(now);
    const outline = { asOf: formatDay(today), audience };
    const degree = degreeFor(audience, 'read-figures');
    if (degree !== 'full') {
      const why = degree === 'controlled' ? NOT_BEFORE_DISCLOSURE_CONTROL : WITHOUT_FIGURES;
      return {
        indicatorsOf: (framework) => indicatorsOf(framework, () => NO_FIGURES),
        about: () => Promise.resolve({ ...outline, freshness: null, warnings: [why] }),
      };
    }
    const standings = this.standings.at(now, today);
    const { figures } = standings;
    const { holidays } = this.register;
    return {
      indicatorsOf: (framework) => indicatorsOf(framework, (evidence) => figuresOf(evidence, standings)),
      about: async (indicators) => {
        const freshness = await this.freshness.freshnessOf(figures);
        const observations = indicators.flatMap(({ latest, year }) => [latest, year].filter((one) => one !== null));
        const warnings = warningsOf({ isBegun: figures !== null, observations, freshness, holidays, today });
        return { ...outline, freshness, warnings };
      },
    };
  }
}

function indicatorsOf(
  framework: readonly FrameworkMeasure[],
  figuresBehind: (evidence: Evidence) => IndicatorFigures,
): readonly Indicator[] {
  return framework.flatMap(({ id, title, confidence, evidencedBy }) =>
    evidencedBy.map((evidence) => ({ framework: id, title, confidence, evidence, ...figuresBehind(evidence) })),
  );
}

/** What is not computed, or not counted yet, is a gap. */
function figuresOf(evidence: Evidence, standings: Standings): IndicatorFigures {
  const measure = measureBehind(evidence);
  if (measure === undefined) return GAP;
  const { isCounted, latest, year, state } = standings.standingOf(measure);
  return isCounted ? { latest, year, state } : GAP;
}
