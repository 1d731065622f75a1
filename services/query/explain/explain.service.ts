import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { AUDIT, type Audit } from '../../../libs/access/audit.port.js';
import type { Caller } from '../../../libs/access/principal.rule.js';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { formatInstant } from '../../../libs/calendars/instant.calendar.js';
import { formatDay } from '../../../libs/calendars/local-date.calendar.js';
import { FigureRecount } from '../../../libs/measures/figures/figure-recount.measure.js';
import type { ObjectiveOn } from '../../../libs/measures/figures/observe.measure.js';
import { nameOf } from '../../../libs/measures/measure.measure.js';
import { versionInForce } from '../../../libs/measures/versions.measure.js';
import { notReady } from '../../../libs/problems/not-ready.exception.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { rulesOf, type RegisterRules } from '../../../libs/register/register-rules.rule.js';
import { ENGINE_STORE, type EngineStore } from '../../../libs/store/engine-store.port.js';
import { ControlledFigures } from '../controlled/controlled-figures.service.js';
import { FigureFollower } from '../following/figure-follower.service.js';
import { FreshnessService } from '../following/freshness.service.js';
import { holdingsOfVersions } from '../observations/holdings.rule.js';
import { beingComputed } from '../observations/observations.service.js';
import { EXPLAIN_SETTINGS, REGISTER, type ExplainSettings } from '../query.settings.js';
import { parsed, refused, type Parsed } from '../refusal.rule.js';
import { scanCases, type LogPart } from './case-scan.service.js';
import { controlledExplanation } from './controlled-explanation.rule.js';
import { explanationOf, type Explanation } from './explanation.rule.js';
import { figureHeld, type FigureHeld } from './figure-held.rule.js';
import { OneAtATime } from './one-at-a-time.service.js';
import type { PageMark } from './page-mark.codec.js';
import type { Asked } from './explain.parser.js';

const MOST_WAITING = 8;
const TRIES = 3;
const BETWEEN_LOOKS_MS = 50;

/** A figure counted once more from its cases, and the references of a page. */
interface Recounted {
  readonly recount: FigureRecount;
  readonly references: readonly string[];
}

/** Explains a figure by counting it once more from the cases that it rests on, one figure at a time. */
@Injectable()
export class ExplainService implements BeforeApplicationShutdown {
  private readonly logger = new Logger(ExplainService.name);
  private readonly rules: RegisterRules;
  private readonly queue = new OneAtATime(MOST_WAITING);
  private readonly stopping = new AbortController();

  constructor(
    @Inject(REGISTER) private readonly register: Register,
    @Inject(ENGINE_STORE) private readonly store: EngineStore,
    @Inject(FigureFollower) private readonly follower: FigureFollower,
    @Inject(FreshnessService) private readonly freshness: FreshnessService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(EXPLAIN_SETTINGS) private readonly settings: ExplainSettings,
    @Inject(AUDIT) private readonly audit: Audit,
    @Inject(ControlledFigures) private readonly controlled: ControlledFigures,
  ) {
    this.rules = rulesOf(register);
  }

  beforeApplicationShutdown(): void {
    this.stopping.abort(notReady('The service is stopping.'));
  }

  /**
   * Case references only for whoever may see them, and not before that is on record. Rejects with 503 where too many
   * figures are being explained, or where figures and stored cases do not come to agree.
   */
  async explain(asked: Asked, caller: Caller): Promise<Parsed<Explanation> | typeof beingComputed> {
    if (caller.degree === 'with-case-references') await this.keepAccount(asked, caller);
    return this.queue.run(() =>
      asked.after === null ? this.first(asked, caller) : this.further(asked, asked.after, caller),
    );
  }

  /** The figure as it is held, with the cases that come to the very same. */
  private async first(asked: Asked, caller: Caller): Promise<Parsed<Explanation> | typeof beingComputed> {
    for (let tries = 1; tries <= TRIES; tries += 1) {
      const held = this.held(asked);
      if (held === beingComputed) return beingComputed;
      if (!(await this.casesAreStored(held))) continue;
      const { recount, references } = await this.recount(asked, held, 0);
      const observation = recount.observation(this.objectiveOf(asked));
      if (JSON.stringify(observation) !== JSON.stringify(held.observation)) continue;
      return parsed(await this.explanation(asked, caller, held, { recount, references }));
    }
    this.logger.error(`${nameOf(asked.question.measure)}: the stored cases do not come to the figure held`);
    throw notReady('Figures and cases are moving on: ask again in a moment.');
  }

  /** What stands on a later page, by the log positions of the first. */
  private async further(
    asked: Asked,
    mark: PageMark,
    caller: Caller,
  ): Promise<Parsed<Explanation> | typeof beingComputed> {
    const held = this.held(asked);
    if (held === beingComputed) return beingComputed;
    const { positions } = mark;
    const isBehind = positions.every((position, partition) => position <= (held.positions[partition] ?? -1));
    if (positions.length !== held.positions.length || !isBehind || mark.listed >= mark.total) return anotherMark;
    const then = { ...held, positions };
    if (!(await this.casesAreStored(then))) throw notReady('The figures are moving on: ask again in a moment.');
    const recounted = await this.recount(asked, then, mark.listed);
    if (recounted.recount.counted.cases !== mark.total) return anotherMark;
    const observation = recounted.recount.observation(this.objectiveOf(asked));
    return parsed(
      await this.explanation(asked, caller, { ...then, observation, counts: null }, recounted, mark.listed),
    );
  }

  /** To be asked before anything is awaited: figures grow where they are. */
  private held({ question, versions }: Asked): FigureHeld | typeof beingComputed {
    const objectiveOn = this.objectiveOf({ question });
    return figureHeld(question, versions, this.follower.figures, this.rules.calendar, objectiveOn) ?? beingComputed;
  }

  private async recount({ question, versions }: Asked, part: LogPart, from: number): Promise<Recounted> {
    const recount = new FigureRecount(question, this.rules, versions);
    const references: string[] = [];
    let place = 0;
    const { pageLength } = this.settings;
    await scanCases(
      this.store,
      part,
      (subject, facts) => {
        if (!recount.take(facts)) return;
        if (place >= from && place < from + pageLength) references.push(subject);
        place += 1;
      },
      this.stopping.signal,
    );
    return { recount, references };
  }

  /** The figures are there a moment before the cases that they were counted from: see CheckpointSteps. */
  private async casesAreStored({ generation, positions }: LogPart): Promise<boolean> {
    for (let waited = 0; waited <= this.settings.longestWaitMs; waited += BETWEEN_LOOKS_MS) {
      const stored = await Promise.all(positions.map((_, partition) => this.store.position(generation, partition)));
      if (positions.every((position, partition) => position <= (stored[partition] ?? 0))) return true;
      await pause(BETWEEN_LOOKS_MS, undefined, { signal: this.stopping.signal });
    }
    return false;
  }

  private async explanation(
    asked: Asked,
    { role, degree }: Caller,
    held: FigureHeld,
    { recount, references }: Recounted,
    listedBefore = 0,
  ): Promise<Explanation> {
    const freshness = await this.freshness.freshnessOf(held.figures);
    const explanation = explanationOf({
      asked,
      audience: role,
      held,
      counted: recount.counted,
      page: degree === 'with-case-references' ? { references, listedBefore } : null,
      freshness,
      holidays: this.register.holidays,
      now: this.clock(),
    });
    return degree === 'controlled' ? this.asControlled(explanation, asked) : explanation;
  }

  private asControlled(exact: Explanation, { question, versions }: Asked): Explanation {
    const holdings = holdingsOfVersions(versions, question.periods, this.follower.figures, this.rules.calendar);
    const [observation] =
      holdings === null ? [] : this.controlled.observe(question, holdings, this.objectiveOf({ question }));
    if (observation === undefined) throw notReady('The figures are moving on: ask again in a moment.');
    return controlledExplanation(exact, observation, this.controlled.small);
  }

  private objectiveOf({ question }: Pick<Asked, 'question'>): ObjectiveOn {
    return (day) => this.rules.objectiveInForce(question.measure.id, day)?.value ?? null;
  }

  private keepAccount({ question, versions, after }: Asked, { role, name }: Caller): Promise<void> {
    const { periods, filter, asOf } = question;
    const [period] = periods;
    const filters = Object.entries(filter).map(([dimension, code]) => [`filter[${dimension}]`, code] as const);
    return this.audit.record({
      at: formatInstant(this.clock()),
      role,
      principal: name,
      action: 'read-case-references',
      question: {
        measure: nameOf(versionInForce(versions, period?.start ?? asOf)),
        period: period?.code ?? '',
        ...Object.fromEntries<string>(filters),
        asOf: formatDay(asOf),
        ...(after === null ? {} : { listed: String(after.listed) }),
      },
    });
  }
}

const anotherMark = refused({
  member: 'after',
  detail: 'The cases are not those of the page before: begin again without it.',
});
