import { setTimeout as pause } from 'node:timers/promises';
import { Global, Module } from '@nestjs/common';
import type { DynamicModule, INestApplication, Provider } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { AccessModule } from '../../libs/access/access.module.js';
import { DemoTokens } from '../../libs/access/demo-tokens.service.js';
import { CLOCK } from '../../libs/calendars/clock.port.js';
import { encodeFacts, type RecordedFact } from '../../libs/events/case.codec.js';
import { EVENT_LOG, type EventLog } from '../../libs/log/event-log.port.js';
import { MemoryLog } from '../../libs/log/memory.log.js';
import { measureNamed, rowsOf, type WrittenRow } from '../../libs/measures/figures/holdings.testkit.js';
import { fingerprintOf } from '../../libs/measures/fold/fingerprint.rule.js';
import { layoutOf, type Layout } from '../../libs/measures/layout.measure.js';
import { measures } from '../../libs/measures/measure-list.measure.js';
import { sumOfRows } from '../../libs/measures/rows/difference-table.measure.js';
import { encodeRows } from '../../libs/measures/rows/rows.codec.js';
import { ProblemsModule } from '../../libs/problems/problems.module.js';
import { registerHash } from '../../libs/register/register-hash.codec.js';
import { loadRegister } from '../../libs/register/register.store.js';
import { ATTENTION_STORE, type AttentionStore } from '../../libs/store/attention-store.port.js';
import { AUDIT_STORE, type AuditStore } from '../../libs/store/audit-store.port.js';
import { MemoryAudit } from '../../libs/store/memory-audit.store.js';
import { MemoryReleases } from '../../libs/store/memory-releases.store.js';
import { RELEASE_STORE, type ReleaseStore } from '../../libs/store/release-store.port.js';
import { aSegment } from '../../libs/store/checkpoint.testkit.js';
import { ENGINE_STORE, type EngineStore, type Segment } from '../../libs/store/engine-store.port.js';
import { MemoryAttention } from '../../libs/store/memory-attention.store.js';
import { MemoryStore } from '../../libs/store/memory.store.js';
import { FigureFollower } from './following/figure-follower.service.js';
import { FILLING, type Filling } from './following/filling.port.js';
import { QueryModule } from './query.module.js';
import { DEFAULT_STREAM_SETTINGS, REGISTER, type StreamSettings } from './query.settings.js';

/** Two minutes before midnight in London, 30 June 2026. */
export const NOW = Date.parse('2026-06-30T22:58:01Z');

const PARTITIONS = 2;
const LONGEST_WAIT_MS = 2_000;
const register = loadRegister();
/** That of the service, which keeps changes of state of such figures only. */
const FINGERPRINT = fingerprintOf(measures, registerHash(register));

interface Surroundings {
  readonly log: EventLog;
  readonly store: EngineStore;
  readonly attention: AttentionStore;
  readonly audit: AuditStore;
  readonly releases: ReleaseStore;
  readonly clock: () => number;
  readonly filling: Filling | null;
}

@Global()
@Module({})
class WiringModule {
  static with({ log, store, attention, audit, releases, clock, filling }: Surroundings): DynamicModule {
    const providers = [
      ...(filling === null ? [] : [{ provide: FILLING, useValue: filling }]),
      { provide: EVENT_LOG, useValue: log },
      { provide: ENGINE_STORE, useValue: store },
      { provide: ATTENTION_STORE, useValue: attention },
      { provide: AUDIT_STORE, useValue: audit },
      { provide: RELEASE_STORE, useValue: releases },
      { provide: CLOCK, useValue: clock },
      { provide: REGISTER, useValue: register },
    ];
    return { module: WiringModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}

/** What a checkpoint holds: rows by measure, and what matters of its segment. */
export interface WrittenCheckpoint extends Partial<Pick<Segment, 'counts' | 'feeds'>> {
  /** Of cases of the partition, by subject, all that they hold from now on. */
  readonly facts?: Readonly<Record<string, readonly RecordedFact[]>>;
  readonly rows?: Readonly<Record<string, readonly WrittenRow[]>>;
}

/** The query service behind its doors, with a log and a store that a test writes to as an engine would. */
export class QueryDoor {
  /** What the clock shows, to doors and log alike. */
  now = NOW;
  readonly log = new MemoryLog(PARTITIONS, () => this.now);
  readonly store = new MemoryStore();
  attention: AttentionStore = new MemoryAttention();
  readonly audit = new MemoryAudit();
  readonly releases = new MemoryReleases();
  private application: INestApplication | undefined;
  private generation = '';

  constructor(
    private readonly streams: Partial<StreamSettings> = {},
    private readonly filling: Filling | null = null,
    /** What the service is to have in the place of its own. */
    private readonly others: readonly Provider[] = [],
  ) {}

  async open(): Promise<void> {
    const { log, store, attention, audit, releases, filling } = this;
    const wiring = WiringModule.with({ log, store, attention, audit, releases, clock: () => this.now, filling });
    const query = QueryModule.with(
      { profile: 'embedded', refreshMs: 1 },
      { ...DEFAULT_STREAM_SETTINGS, ...this.streams },
      this.others,
    );
    const module = await Test.createTestingModule({
      imports: [wiring, AccessModule.with(new DemoTokens()), ProblemsModule, query],
    }).compile();
    this.application = module.createNestApplication({ bodyParser: false, logger: false });
    await this.application.listen(0, '127.0.0.1');
  }

  async close(): Promise<void> {
    await this.application?.close();
  }

  /** Where it listens. */
  async url(): Promise<string> {
    return this.opened().getUrl();
  }

  /** Begins a generation, in use from now on: as far as the one before, as every generation is that readers are moved to. */
  async begin(id = 'g1', layout: Layout = layoutOf(measures), fingerprint = FINGERPRINT): Promise<void> {
    this.generation = id;
    const generation = { id, fingerprint, partitionCount: PARTITIONS, layout: JSON.stringify(layout) };
    await this.store.createGeneration(generation);
    const before = await this.store.currentGeneration();
    for (let partition = 0; before !== null && partition < PARTITIONS; partition += 1) {
      if ((await this.store.lastSegment(before, partition)) !== null) await this.checkpoint(partition);
    }
    await this.store.pointTo(id, before);
  }

  /** Puts records on a partition of the log. What they say does not matter here. */
  async append(partition: number, count: number): Promise<void> {
    const record = { key: 'CASE-000001', value: '{}', partition };
    await this.log.append(Array.from({ length: count }, () => record));
  }

  /** Saves a checkpoint of what is on a partition of the log, all of it taken into cases unless counts say otherwise. */
  async checkpoint(
    partition: number,
    { rows = {}, counts, feeds = {}, facts = {} }: WrittenCheckpoint = {},
  ): Promise<void> {
    const last = await this.store.lastSegment(this.generation, partition);
    const { end } = await this.log.bounds(partition);
    const encoded = encodeRows(
      sumOfRows(Object.entries(rows).map(([id, written]) => rowsOf(measureNamed(id), written))),
    );
    const segment = aSegment((last?.last ?? -1) + 1, undefined, {
      generation: this.generation,
      partition,
      from: (last?.through ?? -1) + 1,
      through: end - 1,
      counts: counts ?? { applied: end, duplicates: 0, quarantined: 0 },
      feeds,
      rows: encoded,
    });
    const stored = await this.store.readCases(this.generation, partition, Object.keys(facts));
    const cases = Object.entries(facts).map(([subject, held]) => ({
      subject,
      through: end - 1,
      facts: encodeFacts(held),
      readThrough: stored.find((before) => before.subject === subject)?.through ?? null,
    }));
    const commit = { generation: this.generation, partition, quarantine: [], cases, position: end };
    await this.store.commit({ ...commit, segment });
  }

  /** Waits until the service holds what the store has. */
  async follow(): Promise<void> {
    const follower = this.opened().get(FigureFollower);
    const newest = await Promise.all(
      Array.from({ length: PARTITIONS }, (_, partition) => this.store.lastSegment(this.generation, partition)),
    );
    for (let waited = 0; waited < LONGEST_WAIT_MS; waited += 1) {
      const { figures } = follower;
      const held = newest.every((segment, partition) => figures?.partitions[partition]?.last?.last === segment?.last);
      if (figures?.generation === this.generation && held) return;
      await pause(1);
    }
    throw new Error('The service has not taken in what the store has');
  }

  /** Asks as a role of the demo; without one as the public. */
  get(path: string, role?: string): request.Test {
    const asked = request(this.opened().getHttpServer()).get(path);
    return role === undefined ? asked : asked.set('Authorization', `Bearer demo-${role}`);
  }

  /** Sends JSON as a role of the demo; without one as the public. */
  post(path: string, body: object, role?: string): request.Test {
    const asked = request(this.opened().getHttpServer()).post(path);
    return (role === undefined ? asked : asked.set('Authorization', `Bearer demo-${role}`)).send(body);
  }

  private opened(): INestApplication {
    if (this.application === undefined) throw new Error('The door is not open');
    return this.application;
  }
}
