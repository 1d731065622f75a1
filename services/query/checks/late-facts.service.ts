import { Inject, Injectable } from '@nestjs/common';
import { parseDay, type Day } from '../../../libs/calendars/local-date.calendar.js';
import type { Period } from '../../../libs/calendars/period.calendar.js';
import { decodeFacts } from '../../../libs/events/case.codec.js';
import { EVENT_LOG, type EventLog } from '../../../libs/log/event-log.port.js';
import { subjectOf } from '../../../libs/measures/reported/reported-standing.measure.js';
import type { ReleaseHead } from '../../../libs/publication/release.fact.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { rulesOf, type RegisterRules } from '../../../libs/register/register-rules.rule.js';
import { ENGINE_STORE, type EngineStore } from '../../../libs/store/engine-store.port.js';
import { OneAtATime } from '../explain/one-at-a-time.service.js';
import { FigureFollower } from '../following/figure-follower.service.js';
import { REGISTER } from '../query.settings.js';
import type { Evidencing } from './evidencing.rule.js';
import { LateFacts } from './late-facts.rule.js';

/** Records since a release that are looked at; where there are more, another release is due anyway. */
const MOST_RECORDS = 200_000;
const RECORDS_AT_ONCE = 5_000;
const CASES_AT_ONCE = 200;
const MOST_WAITING = 8;

/** What a release rests on. */
type Basis = Pick<ReleaseHead, 'id' | 'asOf' | 'positions'>;

interface Answered {
  /** Of the release, the day and the positions that it is about. */
  readonly key: string;
  readonly facts: number | null;
}

/** Finds what has come onto the log since a release and changes its year: only the cases that were touched are looked at. */
@Injectable()
export class LateFactsSince {
  private readonly rules: RegisterRules;
  private readonly queue = new OneAtATime(MOST_WAITING);
  private answered: Answered | null = null;

  constructor(
    @Inject(REGISTER) private readonly register: Register,
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(ENGINE_STORE) private readonly store: EngineStore,
    @Inject(FigureFollower) private readonly follower: FigureFollower,
  ) {
    this.rules = rulesOf(register);
  }

  /**
   * How many facts behind the release's positions change what is counted of the year as known at the end of day K; `null`
   * where too many have come to look at each. Rejects with LogUnavailable or StoreUnavailable.
   */
  count(release: Basis, year: Period, asOf: Day, evidencing: readonly Evidencing[]): Promise<number | null> {
    return this.queue.run(async () => {
      const { figures } = this.follower;
      const ends = (figures?.partitions ?? []).map(({ last }) => (last?.through ?? -1) + 1);
      const key = [release.id, asOf, figures?.generation ?? '', ...ends].join(' ');
      if (this.answered?.key === key) return this.answered.facts;
      const areStored = await this.areStored(figures?.generation ?? '', ends);
      const facts = await this.countUpTo(figures?.generation ?? '', ends, release, { year, asOf, evidencing });
      if (areStored) this.answered = { key, facts };
      return facts;
    });
  }

  /** Figures are there a moment before the cases that they were counted from: see CheckpointSteps. */
  private async areStored(generation: string, ends: readonly number[]): Promise<boolean> {
    const stored = await Promise.all(ends.map((_, partition) => this.store.position(generation, partition)));
    return ends.every((end, partition) => end <= (stored[partition] ?? 0));
  }

  private async countUpTo(
    generation: string,
    ends: readonly number[],
    release: Basis,
    {
      year,
      asOf,
      evidencing,
    }: { readonly year: Period; readonly asOf: Day; readonly evidencing: readonly Evidencing[] },
  ): Promise<number | null> {
    const from = ends.map((_, partition) => release.positions[partition]?.position ?? 0);
    const records = ends.reduce((sum, end, partition) => sum + Math.max(0, end - (from[partition] ?? 0)), 0);
    if (records > MOST_RECORDS) return null;
    const late = new LateFacts({
      year,
      asOf,
      measures: evidencing.map(({ measure }) => measure),
      rules: this.rules,
      reported: new Set(this.register.charter.measures.map(({ id }) => subjectOf({ measure: id, year: year.code }))),
    });
    const releasedAt = parseDay(release.asOf) ?? asOf;
    for (const [partition, end] of ends.entries()) {
      const position = from[partition] ?? 0;
      const touched = [...(await this.subjectsBetween(partition, position, end))];
      for (let at = 0; at < touched.length; at += CASES_AT_ONCE) {
        const cases = await this.store.readCases(generation, partition, touched.slice(at, at + CASES_AT_ONCE));
        for (const { subject, facts } of cases) {
          late.take(
            subject,
            decodeFacts(facts).filter(({ offset }) => offset < end),
            ({ offset, recordDay }) => offset < position && recordDay <= releasedAt,
          );
        }
      }
    }
    return late.facts;
  }

  private async subjectsBetween(partition: number, from: number, to: number): Promise<ReadonlySet<string>> {
    const subjects = new Set<string>();
    for (let at = from; at < to;) {
      const records = await this.log.read(partition, at, Math.min(RECORDS_AT_ONCE, to - at));
      if (records.length === 0) break;
      for (const { key } of records) if (key !== null) subjects.add(key);
      at += records.length;
    }
    return subjects;
  }
}
