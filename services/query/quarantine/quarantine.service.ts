import { Inject, Injectable } from '@nestjs/common';
import { AUDIT, type Audit } from '../../../libs/access/audit.port.js';
import type { Principal } from '../../../libs/access/principal.rule.js';
import { CLOCK, type Clock } from '../../../libs/calendars/clock.port.js';
import { formatInstant } from '../../../libs/calendars/instant.calendar.js';
import { toWire } from '../../../libs/events/envelope.parser.js';
import { EVENT_LOG, type EventLog } from '../../../libs/log/event-log.port.js';
import { REPLAYS_HEADER } from '../../../libs/log/replayed-record.fact.js';
import { ENGINE_STORE, type EngineStore, type QuarantineEntry } from '../../../libs/store/engine-store.port.js';
import { quarantineIdText, readQuarantineId, type QuarantinePlace } from './quarantine-id.codec.js';
import { shownEntry, type ShownEntry } from './shown-entry.rule.js';
import type { Standing } from './standing.rule.js';
import { EntryStandings } from './standing.service.js';

/** Entries of one page. */
const PAGE_LENGTH = 100;
/** Entries read at a time: each may hold a record as large as the log takes. */
const AT_ONCE = 10;

export interface QuarantinePage {
  readonly entries: readonly ShownEntry[];
  /** What `after` has to be for the next page; `null` where there is none. */
  readonly next: string | null;
}

/** What became of a wish to replay: `replayed`, or why not. Nothing has been written then. */
export type Replay =
  { readonly standing: 'replayed' } | { readonly standing: 'missing' } | Exclude<Standing, { standing: 'replayable' }>;

/** Lists what lies in quarantine, and puts events of it on the log again that would be counted now. */
@Injectable()
export class QuarantineService {
  constructor(
    @Inject(ENGINE_STORE) private readonly store: EngineStore,
    @Inject(EVENT_LOG) private readonly log: EventLog,
    @Inject(EntryStandings) private readonly standings: EntryStandings,
    @Inject(AUDIT) private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By partition and offset, those behind `after`. Rejects with LogUnavailable or StoreUnavailable. */
  async page(after: QuarantinePlace | null): Promise<QuarantinePage> {
    const entries: ShownEntry[] = [];
    let place = after ?? undefined;
    for (;;) {
      const found = await this.store.quarantine(AT_ONCE, place);
      for (const entry of found) {
        if (entries.length === PAGE_LENGTH) return { entries, next: entries.at(-1)?.id ?? null };
        entries.push(shownEntry(entry, (await this.standings.of(entry)).standing));
      }
      place = found.at(-1);
      if (found.length < AT_ONCE) return { entries, next: null };
    }
  }

  /**
   * Appends the event again, marked with where the record lies that it replays, and known from the same day. Done twice, the
   * second is a duplicate, or refused as counted. Accounted for before it is done.
   *
   * Rejects with LogUnavailable, when it may be on the log all the same, or StoreUnavailable.
   */
  async replay(id: string, { name, role }: Pick<Principal, 'name' | 'role'>): Promise<Replay> {
    const place = readQuarantineId(id);
    const entry = place === null ? null : await this.entryAt(place);
    if (entry === null) return { standing: 'missing' };
    const standing = await this.standings.of(entry);
    if (standing.standing !== 'replayable') return standing;
    const { event } = standing;
    const at = formatInstant(this.clock());
    const marked = quarantineIdText(entry);
    await this.audit.record({ at, role, principal: name, action: 'replay-quarantined', question: { id: marked } });
    await this.log.append([{ key: event.subject, value: toWire(event), headers: { [REPLAYS_HEADER]: marked } }]);
    return { standing: 'replayed' };
  }

  private async entryAt({ partition, offset }: QuarantinePlace): Promise<QuarantineEntry | null> {
    const [entry] = await this.store.quarantine(1, { partition, offset: offset - 1 });
    return entry?.partition === partition && entry.offset === offset ? entry : null;
  }
}
