import type { Connection } from 'mongoose';
import type { AttentionStore } from './attention-store.port.js';
import type { AuditStore } from './audit-store.port.js';
import type { ReleaseStore } from './release-store.port.js';
import { saveInOrder } from './checkpoint-order.rule.js';
import {
  UnknownGeneration,
  type CaseReplacement,
  type Checkpoint,
  type CheckpointSteps,
  type EngineStore,
  type Generation,
  type QuarantineEntry,
  type Segment,
  type SegmentHeader,
  type StoredCase,
} from './engine-store.port.js';
import { persistently } from './mongo-attempts.rule.js';
import { MongoCases } from './mongo-cases.store.js';
import { MongoCatalogue } from './mongo-catalogue.store.js';
import { connectToMongo } from './mongo-connection.store.js';
import { makeIndexes } from './mongo-indexes.store.js';
import { MongoPositions } from './mongo-positions.store.js';
import { MongoQuarantine } from './mongo-quarantine.store.js';
import { MongoReleases } from './mongo-releases.store.js';
import { MongoSegments, PIECE_BYTES } from './mongo-segments.store.js';
import { MongoAttention } from './mongo-attention.store.js';
import { MongoAudit } from './mongo-audit.store.js';

export interface MongoStoreOptions {
  /** For processes that only read figures: indexes are not made, and nothing is written but attention, audit log and releases. */
  readonly readOnly?: boolean;
  /** Most bytes of rows in one document. */
  readonly pieceBytes?: number;
  /** Milliseconds in which a server must be found that can be written to, at each of three attempts. */
  readonly selectionMs?: number;
}

/**
 * Opens the store in the database that the URL names, `charter` where it names none. Rejects with StoreUnavailable where
 * the server cannot be reached.
 */
export async function openMongoStore(
  url: string,
  { readOnly = false, pieceBytes = PIECE_BYTES, selectionMs }: MongoStoreOptions = {},
): Promise<MongoStore> {
  const connection = await connectToMongo(url, selectionMs);
  const store = new MongoStore(connection, pieceBytes);
  try {
    if (!readOnly) await store.prepare();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/**
 * The engine's store in MongoDB, without transactions: a checkpoint is saved in the order of CheckpointSteps. Every call
 * is repeated a few times while the server is out of reach, and rejects with StoreUnavailable after that; what was being
 * written may then still come to be, so whoever wrote it begins again from what the store holds.
 */
export class MongoStore implements EngineStore, CheckpointSteps {
  readonly attention: AttentionStore;
  readonly audit: AuditStore;
  readonly releases: ReleaseStore;
  readonly #connection: Connection;
  readonly #catalogue: MongoCatalogue;
  readonly #positions: MongoPositions;
  readonly #segments: MongoSegments;
  readonly #cases: MongoCases;
  readonly #quarantine: MongoQuarantine;

  /** `connection` comes from `connectToMongo` and is the store's from now on. */
  constructor(connection: Connection, pieceBytes: number) {
    this.#connection = connection;
    this.attention = new MongoAttention(connection);
    this.audit = new MongoAudit(connection);
    this.releases = new MongoReleases(connection);
    this.#catalogue = new MongoCatalogue(connection);
    this.#positions = new MongoPositions(connection);
    this.#segments = new MongoSegments(connection, pieceBytes);
    this.#cases = new MongoCases(connection);
    this.#quarantine = new MongoQuarantine(connection);
  }

  /** Makes the unique indexes that the store rests on. Rejects with MissingUniqueIndex where one cannot be had. */
  prepare(): Promise<void> {
    return persistently(() => makeIndexes(this.#connection));
  }

  generations(): Promise<readonly Generation[]> {
    return this.#catalogue.all();
  }

  /** Its partitions come first: a generation that is listed can be written to. */
  async createGeneration(generation: Generation): Promise<void> {
    await this.#positions.create(generation.id, generation.partitionCount);
    await this.#catalogue.add(generation);
  }

  currentGeneration(): Promise<string | null> {
    return this.#catalogue.current();
  }

  pointTo(generation: string, from: string | null): Promise<boolean> {
    return this.#catalogue.pointTo(generation, from);
  }

  /** Its partitions go first, so that whoever still writes to it is refused. */
  async deleteGeneration(generation: string): Promise<boolean> {
    if (!(await this.#catalogue.remove(generation))) return false;
    await this.#positions.deleteAll(generation);
    await this.#segments.deleteAll(generation);
    await this.#cases.deleteAll(generation);
    return true;
  }

  async position(generation: string, partition: number): Promise<number> {
    return (await this.#positions.read(generation, partition)) ?? 0;
  }

  lastSegment(generation: string, partition: number): Promise<SegmentHeader | null> {
    return this.#segments.last({ generation, partition });
  }

  readCases(generation: string, partition: number, subjects: readonly string[]): Promise<readonly StoredCase[]> {
    return this.#cases.read(generation, partition, subjects);
  }

  casesAfter(generation: string, partition: number, limit: number, after?: string): Promise<readonly StoredCase[]> {
    return this.#cases.after(generation, partition, limit, after);
  }

  async commit(checkpoint: Checkpoint): Promise<void> {
    const { generation, partition } = checkpoint;
    if ((await this.#positions.read(generation, partition)) === null)
      throw new UnknownGeneration(generation, partition);
    await saveInOrder(this, checkpoint);
  }

  insertQuarantine(entries: readonly QuarantineEntry[]): Promise<void> {
    return this.#quarantine.insert(entries);
  }

  insertSegment(segment: Segment): Promise<void> {
    return this.#segments.insert(segment);
  }

  replaceCases(generation: string, partition: number, cases: readonly CaseReplacement[]): Promise<void> {
    return this.#cases.replace(generation, partition, cases);
  }

  advancePosition(generation: string, partition: number, position: number): Promise<void> {
    return this.#positions.advance(generation, partition, position);
  }

  segmentsFrom(generation: string, partition: number, number: number, upTo?: number): Promise<readonly Segment[]> {
    return this.#segments.segmentsFrom({ generation, partition }, number, upTo);
  }

  segmentHeadersFrom(generation: string, partition: number, number: number): Promise<readonly SegmentHeader[]> {
    return this.#segments.headersFrom({ generation, partition }, number);
  }

  mergeSegments(merged: Segment): Promise<void> {
    return this.#segments.merge(merged);
  }

  quarantine(
    limit: number,
    after: { readonly partition: number; readonly offset: number } = { partition: -1, offset: -1 },
  ): Promise<readonly QuarantineEntry[]> {
    return this.#quarantine.after(after.partition, after.offset, limit);
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}
