import type { DatabaseSync } from 'node:sqlite';
import {
  StoreUnavailable,
  UnknownGeneration,
  type Checkpoint,
  type EngineStore,
  type Generation,
  type QuarantineEntry,
  type Segment,
  type SegmentHeader,
  type StoredCase,
} from './engine-store.port.js';
import { promised } from './promised.rule.js';
import type { AttentionStore } from './attention-store.port.js';
import type { AuditStore } from './audit-store.port.js';
import type { ReleaseStore } from './release-store.port.js';
import { SqliteAttention } from './sqlite-attention.store.js';
import { SqliteAudit } from './sqlite-audit.store.js';
import { SqliteCases } from './sqlite-cases.store.js';
import { SqliteGenerations, type Place } from './sqlite-generations.store.js';
import { SqliteQuarantine } from './sqlite-quarantine.store.js';
import { SqliteReleases } from './sqlite-releases.store.js';
import { SqliteSegments } from './sqlite-segments.store.js';
import { inTransaction, isDiskAtFault } from './sqlite-transaction.store.js';

/**
 * The engine's store in SQLite: a checkpoint is one transaction. What it writes must belong to a generation that was
 * created before. The handle stays its opener's: closing the store does not close it.
 */
export class SqliteStore implements EngineStore {
  readonly attention: AttentionStore;
  readonly audit: AuditStore;
  readonly releases: ReleaseStore;
  readonly #database: DatabaseSync;
  readonly #generations: SqliteGenerations;
  readonly #segments: SqliteSegments;
  readonly #cases: SqliteCases;
  readonly #quarantine: SqliteQuarantine;

  /** `database` comes from `openDatabase`. */
  constructor(database: DatabaseSync) {
    this.#database = database;
    this.attention = new SqliteAttention(database);
    this.audit = new SqliteAudit(database);
    this.releases = new SqliteReleases(database);
    this.#generations = new SqliteGenerations(database);
    this.#segments = new SqliteSegments(database);
    this.#cases = new SqliteCases(database);
    this.#quarantine = new SqliteQuarantine(database);
  }

  generations(): Promise<readonly Generation[]> {
    return promised(() => this.#generations.all());
  }

  createGeneration(generation: Generation): Promise<void> {
    return this.#write(() => this.#generations.create(generation));
  }

  currentGeneration(): Promise<string | null> {
    return promised(() => this.#generations.current());
  }

  pointTo(generation: string, from: string | null): Promise<boolean> {
    return this.#write(() => this.#generations.pointTo(generation, from));
  }

  /** One transaction: nothing else is done for as long as it takes. */
  deleteGeneration(generation: string): Promise<boolean> {
    return this.#write(() => {
      if (this.#generations.current() === generation) return false;
      for (const place of this.#generations.places(generation)) {
        this.#segments.deleteAll(place);
        this.#cases.deleteAll(place.number);
      }
      this.#generations.delete(generation);
      return true;
    });
  }

  position(generation: string, partition: number): Promise<number> {
    return this.#read(generation, partition, 0, (place) => this.#generations.position(place));
  }

  lastSegment(generation: string, partition: number): Promise<SegmentHeader | null> {
    return this.#read(generation, partition, null, (place) => this.#segments.last(place));
  }

  readCases(generation: string, partition: number, subjects: readonly string[]): Promise<readonly StoredCase[]> {
    return this.#read(generation, partition, [], (place) => this.#cases.read(place.number, subjects));
  }

  casesAfter(generation: string, partition: number, limit: number, after?: string): Promise<readonly StoredCase[]> {
    return this.#read(generation, partition, [], (place) => this.#cases.after(place.number, limit, after));
  }

  commit({ generation, partition, quarantine, segment, cases, position }: Checkpoint): Promise<void> {
    return this.#write(() => {
      const place = this.#placeOf(generation, partition);
      this.#quarantine.insert(quarantine);
      if (segment !== null) this.#segments.insert(this.#placeOf(segment.generation, segment.partition), segment);
      this.#cases.replace(place.number, cases);
      this.#generations.advance(place, position);
    });
  }

  segmentsFrom(generation: string, partition: number, number: number, upTo?: number): Promise<readonly Segment[]> {
    return this.#read(generation, partition, [], (place) => this.#segments.segmentsFrom(place, number, upTo));
  }

  segmentHeadersFrom(generation: string, partition: number, number: number): Promise<readonly SegmentHeader[]> {
    return this.#read(generation, partition, [], (place) => this.#segments.headersFrom(place, number));
  }

  mergeSegments(merged: Segment): Promise<void> {
    return this.#write(() => this.#segments.merge(this.#placeOf(merged.generation, merged.partition), merged));
  }

  quarantine(
    limit: number,
    after: { readonly partition: number; readonly offset: number } = { partition: -1, offset: -1 },
  ): Promise<readonly QuarantineEntry[]> {
    return promised(() => this.#quarantine.after(after.partition, after.offset, limit));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #write<T>(work: () => T): Promise<T> {
    return promised(() => {
      try {
        return inTransaction(this.#database, work);
      } catch (error) {
        if (!isDiskAtFault(error)) throw error;
        throw new StoreUnavailable('the disk takes no more for now', { cause: error });
      }
    });
  }

  /** Answers `nothing` for a generation that has not been created. */
  #read<T>(generation: string, partition: number, nothing: T, work: (place: Place) => T): Promise<T> {
    return promised(() => {
      const place = this.#generations.place(generation, partition);
      return place === null ? nothing : work(place);
    });
  }

  #placeOf(generation: string, partition: number): Place {
    const place = this.#generations.place(generation, partition);
    if (place === null) throw new UnknownGeneration(generation, partition);
    return place;
  }
}
