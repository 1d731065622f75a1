import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { MOST_PLACES } from './case-key.rule.js';
import { StaleWriter, UnknownGeneration, type Generation } from './engine-store.port.js';

/** A partition of a generation, and the number that stands for it in the keys of other tables. */
export interface Place {
  readonly number: number;
  readonly generation: string;
  readonly partition: number;
}

/** The tables of generations, of their places with their positions, and of the pointer to the one in use. */
export class SqliteGenerations {
  readonly #all: StatementSync;
  readonly #create: StatementSync;
  readonly #current: StatementSync;
  readonly #point: StatementSync;
  readonly #createPlace: StatementSync;
  readonly #place: StatementSync;
  readonly #places: StatementSync;
  readonly #deletePlaces: StatementSync;
  readonly #delete: StatementSync;
  readonly #position: StatementSync;
  readonly #advance: StatementSync;

  constructor(database: DatabaseSync) {
    this.#all = database.prepare('SELECT id, fingerprint, partition_count, layout FROM generation ORDER BY rowid');
    this.#create = database.prepare(
      'INSERT INTO generation (id, fingerprint, partition_count, layout) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    );
    this.#current = database.prepare('SELECT generation FROM current_generation');
    this.#point = database.prepare('INSERT OR REPLACE INTO current_generation (row, generation) VALUES (1, ?)');
    this.#createPlace = database.prepare('INSERT INTO place (generation, partition, position) VALUES (?, ?, 0)');
    this.#place = database.prepare('SELECT number FROM place WHERE generation = ? AND partition = ?');
    this.#places = database.prepare('SELECT number, partition FROM place WHERE generation = ?');
    this.#deletePlaces = database.prepare('DELETE FROM place WHERE generation = ?');
    this.#delete = database.prepare('DELETE FROM generation WHERE id = ?');
    this.#position = database.prepare('SELECT position FROM place WHERE number = ?');
    this.#advance = database.prepare(
      'UPDATE place SET position = :position WHERE number = :number AND position <= :position',
    );
  }

  /** In the order created. */
  all(): readonly Generation[] {
    return this.#all.all().map((row) => ({
      id: String(row['id']),
      fingerprint: String(row['fingerprint']),
      partitionCount: Number(row['partition_count']),
      layout: String(row['layout']),
    }));
  }

  /** To be called in a transaction. */
  create({ id, fingerprint, partitionCount, layout }: Generation): void {
    if (this.#create.run(id, fingerprint, partitionCount, layout).changes === 0) return;
    for (let partition = 0; partition < partitionCount; partition += 1) {
      const { lastInsertRowid } = this.#createPlace.run(id, partition);
      if (Number(lastInsertRowid) >= MOST_PLACES) throw new Error('the data folder has no room for another generation');
    }
  }

  current(): string | null {
    const row = this.#current.get();
    return row === undefined ? null : String(row['generation']);
  }

  /** To be called in a transaction. */
  pointTo(id: string, from: string | null): boolean {
    if (this.current() === from) {
      if (this.all().every((generation) => generation.id !== id)) throw new UnknownGeneration(id);
      this.#point.run(id);
    }
    return this.current() === id;
  }

  places(generation: string): readonly Place[] {
    return this.#places
      .all(generation)
      .map(({ number, partition }) => ({ number: Number(number), generation, partition: Number(partition) }));
  }

  /** Whose places' numbers are free for others from now on. */
  delete(id: string): void {
    this.#deletePlaces.run(id);
    this.#delete.run(id);
  }

  /** `null` where the generation has not been created or has no such partition. */
  place(generation: string, partition: number): Place | null {
    const row = this.#place.get(generation, partition);
    return row === undefined ? null : { number: Number(row['number']), generation, partition };
  }

  position(place: Place): number {
    return Number(this.#position.get(place.number)?.['position'] ?? 0);
  }

  /** Throws StaleWriter if the position is beyond that already. */
  advance(place: Place, position: number): void {
    if (this.#advance.run({ number: place.number, position }).changes === 0) throw new StaleWriter('position');
  }
}
