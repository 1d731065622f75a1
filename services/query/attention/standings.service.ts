import { Inject, Injectable } from '@nestjs/common';
import { localDay, type Day } from '../../../libs/calendars/local-date.calendar.js';
import { periodOf } from '../../../libs/calendars/period.calendar.js';
import type { Holdings } from '../../../libs/measures/figures/question.measure.js';
import { nameOf, type Measure } from '../../../libs/measures/measure.measure.js';
import { KnownRowsMemory } from '../../../libs/disclosure/known-rows-memory.rule.js';
import { versionsNamed } from '../../../libs/measures/versions.measure.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { rulesOf, type RegisterRules } from '../../../libs/register/register-rules.rule.js';
import { roundedStateAgainst } from '../commitments/indicator-state.rule.js';
import { ControlledFigures } from '../controlled/controlled-figures.service.js';
import { feedsHeld, FigureFollower, type Figures } from '../following/figure-follower.service.js';
import { quietSince } from './gone-quiet.rule.js';
import { holdingsOfVersions } from '../observations/holdings.rule.js';
import { goneQuiet, standingOf, type Standing } from './measure-standing.rule.js';
import { MEASURES, REGISTER } from '../query.settings.js';

/** Past days whose standings are kept at one time. */
const MOST_DAYS = 16;
/** Of some dozen publication steps. */
const MOST_CONTROLLED = 600;

/** Standings by the measure. */
type OfOneDay = Map<Measure, Standing>;

/** How measures stand by the figures of one moment. */
export interface Standings {
  readonly figures: Figures | null;
  /** To be asked before anything is awaited: figures grow where they are. */
  readonly standingOf: (measure: Measure) => Standing;
}

/** Works out how measures stand: each once for a day, until new figures are taken in. */
@Injectable()
export class StandingsService {
  private readonly rules: RegisterRules;
  private workedOutFrom: Figures | null = null;
  private readonly days = new Map<Day, OfOneDay>();
  private readonly ofSteps = new KnownRowsMemory<Standing>(MOST_CONTROLLED);

  constructor(
    @Inject(REGISTER) register: Register,
    @Inject(FigureFollower) private readonly follower: FigureFollower,
    @Inject(MEASURES) private readonly measures: readonly Measure[],
    @Inject(ControlledFigures) private readonly controlled: ControlledFigures,
  ) {
    this.rules = rulesOf(register);
  }

  /** As known at the end of day K, by default today. Gone quiet is judged at the moment `now`, so only of today. */
  at(now: number, asOf: Day = localDay(now)): Standings {
    const { figures } = this.follower;
    const workedOut = this.workedOut(figures, asOf);
    const feeds = asOf === localDay(now) ? feedsHeld(figures?.partitions ?? []) : {};
    return {
      figures,
      standingOf: (measure) => {
        const standing =
          workedOut.get(measure) ?? standingOf(measure, this.holdingsOf(measure, figures, asOf), asOf, this.rules);
        workedOut.set(measure, standing);
        const since = quietSince(measure, feeds, now, this.rules.calendar);
        return since === null ? standing : goneQuiet(standing, since);
      },
    };
  }

  /** By controlled figures, as known at the end of day K of a publication step. Nothing is judged to have gone quiet. */
  controlledAt(asOf: Day): Standings {
    const { figures } = this.follower;
    const reading = { observing: this.controlled.observe, judging: roundedStateAgainst, isExact: false };
    return {
      figures,
      standingOf: (measure) => {
        const holdings = this.holdingsOf(measure, figures, asOf);
        const standing = (): Standing => standingOf(measure, holdings, asOf, this.rules, reading);
        return holdings === null ? standing() : this.ofSteps.recall(nameOf(measure), holdings.tables, asOf, standing);
      },
    };
  }

  /** Of every version of the measure, so that each period has the figures of the one in force then. */
  private holdingsOf({ id }: Measure, figures: Figures | null, asOf: Day): Holdings | null {
    const versions = versionsNamed(id, this.measures);
    return holdingsOfVersions(
      versions,
      [periodOf('year', asOf), periodOf('month', asOf)],
      figures,
      this.rules.calendar,
    );
  }

  /** What has been worked out for a day from the very figures; of many days the one asked for first is dropped. */
  private workedOut(figures: Figures | null, asOf: Day): OfOneDay {
    if (figures !== this.workedOutFrom) this.days.clear();
    this.workedOutFrom = figures;
    const known = this.days.get(asOf);
    if (known !== undefined) return known;
    const [oldest] = this.days.keys();
    if (oldest !== undefined && this.days.size >= MOST_DAYS) this.days.delete(oldest);
    const begun: OfOneDay = new Map();
    this.days.set(asOf, begun);
    return begun;
  }
}
