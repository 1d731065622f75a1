import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { StaleWriter, type Segment, type SegmentHeader } from './engine-store.port.js';
import type { Feeds } from './feeds.rule.js';
import { coverOf, isCovered } from './segment-cover.rule.js';
import type { Place } from './sqlite-generations.store.js';

const HEADER = `first, last, from_offset, through, through_appended_at, digest,
  applied, duplicates, quarantined, feeds, row_count`;

type Row = Readonly<Record<string, SQLOutputValue>>;

/** The table of segments. Rows are compressed with zstd. */
export class SqliteSegments {
  readonly #insert: StatementSync;
  readonly #headers: StatementSync;
  readonly #newest: StatementSync;
  readonly #rows: StatementSync;
  readonly #deleteInside: StatementSync;
  readonly #deleteAll: StatementSync;

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare(`
      INSERT INTO segment (place, ${HEADER}, rows) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING`);
    this.#headers = database.prepare(`SELECT ${HEADER} FROM segment WHERE place = ? AND last >= ?`);
    this.#newest = database.prepare(`SELECT ${HEADER} FROM segment WHERE place = ? ORDER BY last DESC, first LIMIT 1`);
    this.#rows = database.prepare('SELECT rows FROM segment WHERE place = ? AND first = ? AND last = ?');
    this.#deleteInside = database.prepare(`
      DELETE FROM segment
      WHERE place = :place AND first >= :first AND last <= :last AND NOT (first = :first AND last = :last)`);
    this.#deleteAll = database.prepare('DELETE FROM segment WHERE place = ?');
  }

  last(place: Place): SegmentHeader | null {
    const row = this.#newest.get(place.number);
    return row === undefined ? null : headerOf(place, row);
  }

  headersFrom(place: Place, number: number, upTo?: number): readonly SegmentHeader[] {
    return coverOf(this.#from(place, number), number, upTo);
  }

  segmentsFrom(place: Place, number: number, upTo?: number): readonly Segment[] {
    return this.headersFrom(place, number, upTo).map((header) => ({ ...header, rows: this.#rowsOf(place, header) }));
  }

  /** Throws StaleWriter if a segment of the same range is there. */
  insert(place: Place, segment: Segment): void {
    if (!this.#insertIfAbsent(place, segment)) throw new StaleWriter('segment');
  }

  /** Throws StaleWriter if those to be merged are no longer there. */
  merge(place: Place, merged: Segment): void {
    if (!isCovered(this.#from(place, merged.first), merged)) throw new StaleWriter('segment');
    this.#insertIfAbsent(place, merged);
    this.#deleteInside.run({ place: place.number, first: merged.first, last: merged.last });
  }

  deleteAll(place: Place): void {
    this.#deleteAll.run(place.number);
  }

  #from(place: Place, number: number): readonly SegmentHeader[] {
    return this.#headers.all(place.number, number).map((row) => headerOf(place, row));
  }

  #rowsOf(place: Place, { first, last }: SegmentHeader): Uint8Array {
    return zstdDecompressSync(this.#rows.get(place.number, first, last)?.['rows'] as Uint8Array);
  }

  #insertIfAbsent(place: Place, segment: Segment): boolean {
    const { counts } = segment;
    const { changes } = this.#insert.run(
      place.number,
      segment.first,
      segment.last,
      segment.from,
      segment.through,
      segment.throughAppendedAt,
      segment.digest,
      counts.applied,
      counts.duplicates,
      counts.quarantined,
      JSON.stringify(segment.feeds),
      segment.rowCount,
      zstdCompressSync(segment.rows),
    );
    return changes === 1;
  }
}

function headerOf({ generation, partition }: Place, row: Row): SegmentHeader {
  return {
    generation,
    partition,
    first: Number(row['first']),
    last: Number(row['last']),
    from: Number(row['from_offset']),
    through: Number(row['through']),
    throughAppendedAt: Number(row['through_appended_at']),
    digest: String(row['digest']),
    counts: {
      applied: Number(row['applied']),
      duplicates: Number(row['duplicates']),
      quarantined: Number(row['quarantined']),
    },
    feeds: JSON.parse(String(row['feeds'])) as Feeds,
    rowCount: Number(row['row_count']),
  };
}
