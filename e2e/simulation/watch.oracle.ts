import type { Segment } from '../../libs/store/engine-store.port.js';
import type { JournalledStore, StoreWatch } from './journalled.store.js';
import type { Process } from './gate.simulation.js';
import { feedsOf, inOrder } from './feeds.oracle.js';
import type { Ledger } from './ledger.oracle.js';

/** The newest checkpoint of a partition in a generation. */
interface Newest {
  readonly last: number;
  readonly through: number;
}

const nothingYet: Newest = { last: -1, through: -1 };

/** Sees every write that has an effect, and says so when something is not as it must be. */
export class Watch implements StoreWatch {
  /** The first difference found; `null`: none. */
  difference: string | null = null;
  /** Nothing has gone wrong yet. */
  calm = true;
  readonly #newest = new Map<string, Newest>();
  readonly #positions = new Map<string, number>();
  /** By process, where the log ended and which figures were in use when it started. */
  readonly #starts = new Map<Process, { readonly ends: readonly number[]; readonly current: string | null }>();
  /** The generation that readers use. */
  #current: string | null = null;

  constructor(private readonly ledger: Ledger) {}

  differ(what: string): void {
    this.difference ??= what;
  }

  positionAdvanced(generation: string, partition: number, position: number): void {
    const key = `${generation}/${partition}`;
    const { through } = this.#newest.get(key) ?? nothingYet;
    const before = this.#positions.get(key) ?? 0;
    if (position < before) this.differ(`position of ${key} went back from ${before} to ${position}`);
    if (position > through + 1) this.differ(`position of ${key} is ${position}, figures end with ${through}`);
    this.#positions.set(key, position);
  }

  /** A writer is stale only where something has gone wrong. */
  writerRefused(process: Process): void {
    if (this.calm) this.differ(`${process.name} is refused as a stale writer before anything went wrong`);
  }

  /** @param ends how far figures have to go that it moves readers to: by default to where the log ends now */
  processStarted(process: Process, ends = this.#endsOfLog()): void {
    this.#starts.set(process, { ends, current: this.#current });
  }

  #endsOfLog(): readonly number[] {
    return Array.from({ length: this.ledger.partitionCount }, (_, partition) => this.ledger.end(partition));
  }

  /** Readers are moved, after the first time, to figures that go at least as far as the log did when the mover started. */
  pointerMoved(to: string, by: Process): void {
    const { ends = [], current = null } = this.#starts.get(by) ?? {};
    this.#current = to;
    ends.forEach((end, partition) => {
      const { through } = this.#newest.get(`${to}/${partition}`) ?? nothingYet;
      if (current !== null && through + 1 < end) {
        this.differ(
          `${by.name} moves readers to figures that end with ${partition}:${through}, the log with ${end - 1}`,
        );
      }
    });
  }

  /** The store is what it was when a copy was taken. */
  async broughtBack(store: JournalledStore): Promise<void> {
    this.#current = await store.reading.currentGeneration();
    if (this.#current === null) this.#starts.clear();
    for (const key of new Set([...this.#newest.keys(), ...this.#positions.keys()])) {
      const [generation = '', partition] = key.split('/');
      this.#newest.set(key, (await store.reading.lastSegment(generation, Number(partition))) ?? nothingYet);
      this.#positions.set(key, await store.reading.position(generation, Number(partition)));
    }
  }

  /** Checkpoints follow one another without gap or overlap, and each states what the log says up to its end. */
  async segmentInserted(segment: Segment, store: JournalledStore): Promise<void> {
    const { generation, partition, first, last, from, through, counts } = segment;
    // A stale writer's, into what a rebuild has deleted meanwhile: nobody reads it.
    if (!(await store.reading.generations()).some(({ id }) => id === generation)) return;
    const key = `${generation}/${partition}`;
    const newest = this.#newest.get(key) ?? nothingYet;
    const name = `segment ${key} #${first} (${from}–${through})`;
    if (first <= newest.last) {
      // A stale writer's, after its place has been merged away: it counts for nothing where it lies inside a longer one.
      const cover = await store.reading.segmentHeadersFrom(generation, partition, 0);
      const inside = cover.some((other) => other.first <= first && other.last >= last && other.first < other.last);
      if (!inside) this.differ(`${name} was inserted although #${newest.last} was there`);
      return;
    }
    const follows = first === last && first === newest.last + 1 && from === newest.through + 1 && through >= from;
    if (!follows) {
      this.differ(`${name} does not follow #${newest.last}, which ends with ${newest.through}`);
    }
    const end = this.ledger.end(partition);
    const inFlight = end - counts.applied - counts.duplicates - counts.quarantined;
    if (inFlight !== end - through - 1)
      this.differ(`${name}: ${inFlight} records are in flight, not ${end - through - 1}`);
    const expected = this.ledger.counts(partition, through);
    if (JSON.stringify(counts) !== JSON.stringify(expected)) {
      this.differ(`${name} counts ${JSON.stringify(counts)}, the log holds ${JSON.stringify(expected)}`);
    }
    const seen = inOrder(segment.feeds);
    const told = inOrder(feedsOf(this.ledger, partition, from, through));
    if (seen !== told) this.differ(`${name} has seen ${seen}, the log holds ${told}`);
    this.#newest.set(key, { last, through });
  }
}
