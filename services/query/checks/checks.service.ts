import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '../../../libs/access/role.rule.js';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { parseInstant } from '../../../libs/calendars/instant.calendar.js';
import { formatDay, localDay, type Day } from '../../../libs/calendars/local-date.calendar.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import { differencesBetween } from '../../../libs/publication/differences.rule.js';
import { stateVerdict } from '../../../libs/publication/release-state.rule.js';
import type { Release, ReleaseState } from '../../../libs/publication/release.fact.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { RELEASE_STORE, type ReleaseStore } from '../../../libs/store/release-store.port.js';
import { AggregatesService, type YearTables } from '../aggregates/aggregates.service.js';
import { parseAggregates, type AskedYear } from '../aggregates/aggregates.parser.js';
import { MEASURES, PUBLICATION_SETTINGS, REGISTER, type PublicationSettings } from '../query.settings.js';
import { parsed, type Parsed } from '../refusal.rule.js';
import { releaseOf } from '../releases/stored-release.codec.js';
import type { Status } from '../status/status.rule.js';
import { StatusService } from '../status/status.service.js';
import type { Checks } from './check.fact.js';
import { checksOf, isClear } from './checks.rule.js';
import { evidencingIn, type Evidencing } from './evidencing.rule.js';
import type { Feed } from './feed-checks.rule.js';
import { LateFactsSince } from './late-facts.service.js';
import { finalFrom, type Lag } from './making-checks.rule.js';
import type { SinceRelease } from './release-checks.rule.js';

const STATES: readonly ReleaseState[] = ['provisional', 'final'];

/** Says what stands in the way of a year, as a release made now would hold it. */
@Injectable()
export class ChecksService {
  constructor(
    @Inject(REGISTER) private readonly register: Register,
    @Inject(MEASURES) private readonly measures: readonly Measure[],
    @Inject(AggregatesService) private readonly aggregates: AggregatesService,
    @Inject(StatusService) private readonly status: StatusService,
    @Inject(LateFactsSince) private readonly late: LateFactsSince,
    @Inject(RELEASE_STORE) private readonly releases: ReleaseStore,
    @Inject(PUBLICATION_SETTINGS) private readonly publication: PublicationSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of the year named. Rejects with LogUnavailable: without the log nobody knows what is missing. */
  async answer(named: { readonly year?: string }, audience: Role): Promise<Parsed<Checks>> {
    const now = this.clock();
    const today = localDay(now);
    const asked = parseAggregates({ ...named, asOf: formatDay(today - 1) }, today);
    if (!asked.ok) return asked;
    const { year, asOf } = asked.value;
    const status = await this.status.status();
    const tables = await this.aggregates.tablesAt(year, asOf);
    const evidencing = evidencingIn(year, this.register.charter.measures, this.measures);
    const since = await this.since(asked.value, tables, evidencing);
    const checks = checksOf({
      year,
      asOf,
      isCounted: tables.fingerprint !== null,
      isWhole: tables.isWhole,
      canSign: this.publication.signingKey !== null,
      lag: lagOf(status, now),
      quarantined: status.events.quarantined,
      feeds: feedsOf(status),
      evidencing,
      exact: tables.exact,
      published: tables.published,
      since,
    });
    return parsed({
      year: year.code,
      asOf: formatDay(asOf),
      audience,
      clear: isClear(checks),
      mayBe: STATES.filter((state) => stateVerdict(year.code, state, today).allowed),
      finalFrom: formatDay(finalFrom(year)),
      lastRelease: since?.release ?? null,
      checks,
      freshness: { countedTo: status.countedTo, lagEvents: status.events.inFlight },
    });
  }

  private async since(
    { year, asOf }: AskedYear,
    { exact }: YearTables,
    evidencing: readonly Evidencing[],
  ): Promise<SinceRelease | null> {
    const release = await this.latestOf(year.code);
    if (release === null) return null;
    const { id, state, madeAt } = release;
    return {
      release: { id, state, madeAt },
      lateFacts: await this.late.count(release, year, asOf, evidencing),
      changes: differencesBetween(release.exact.rows, exact),
    };
  }

  private async latestOf(year: string): Promise<Release | null> {
    const releases = (await this.releases.documents()).map(releaseOf);
    return releases.findLast((release) => release.year === year) ?? null;
  }
}

function lagOf({ partitions, events }: Status, now: number): Lag {
  const waitedSeconds = Math.max(0, ...partitions.map(({ oldestUnappliedSeconds }) => oldestUnappliedSeconds));
  return { events: events.inFlight, waitedSeconds, since: localDay(now - waitedSeconds * 1_000) };
}

function feedsOf({ feeds }: Status): readonly Feed[] {
  return feeds.map(({ fact, lastSeen, state }) => ({ fact, lastSeen: dayOf(lastSeen), state }));
}

function dayOf(instant: string | null): Day | null {
  const read = instant === null ? null : parseInstant(instant);
  return read === null ? null : localDay(read.at);
}
