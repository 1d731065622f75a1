import { decodeFacts, encodeFacts } from '../../libs/events/case.codec.js';
import { CaseState } from '../../libs/measures/fold/case-state.measure.js';
import type { CaseReplacement, EngineStore } from '../../libs/store/engine-store.port.js';

/** A case in memory, with the `through` of the stored version it began from (`null`: none was stored). */
interface Entry {
  readonly state: CaseState;
  readThrough: number | null;
}

/**
 * The cases of one assignment of one partition. A changed case stays until a checkpoint has saved it; unchanged ones make
 * room for others, those longest unused first.
 */
export class CaseCache {
  /** In order of last use. */
  readonly #entries = new Map<string, Entry>();
  readonly #changed = new Set<string>();

  constructor(
    private readonly store: Pick<EngineStore, 'readCases'>,
    private readonly generation: string,
    private readonly partition: number,
    private readonly mostClean: number,
  ) {}

  get changedCount(): number {
    return this.#changed.size;
  }

  /** Brings the cases of these subjects into memory, new ones empty. */
  async load(subjects: ReadonlySet<string>): Promise<void> {
    const absent: string[] = [];
    for (const subject of subjects) if (!this.#noteUse(subject)) absent.push(subject);
    if (absent.length === 0) return;
    const stored = await this.store.readCases(this.generation, this.partition, absent);
    for (const { subject, through, facts } of stored) {
      this.#entries.set(subject, { state: new CaseState(decodeFacts(facts), through), readThrough: through });
    }
    for (const subject of absent) {
      if (!this.#entries.has(subject)) this.#entries.set(subject, { state: CaseState.empty(), readThrough: null });
    }
  }

  /** The case of a loaded subject. */
  state(subject: string): CaseState {
    return this.#entryOf(subject).state;
  }

  noteChange(subject: string): void {
    this.#changed.add(subject);
  }

  changes(): readonly CaseReplacement[] {
    return [...this.#changed].map((subject) => {
      const { state, readThrough } = this.#entryOf(subject);
      return { subject, readThrough, through: state.through, facts: encodeFacts(state.facts) };
    });
  }

  /** The changes are stored: they count as unchanged from now on, and the cache shrinks to its bound. */
  changesSaved(): void {
    for (const subject of this.#changed) {
      const entry = this.#entryOf(subject);
      entry.readThrough = entry.state.through;
    }
    this.#changed.clear();
    for (const subject of this.#entries.keys()) {
      if (this.#entries.size <= this.mostClean) break;
      this.#entries.delete(subject);
    }
  }

  /** Puts a case last in the order of use; answers whether it is in memory. */
  #noteUse(subject: string): boolean {
    const entry = this.#entries.get(subject);
    if (entry === undefined) return false;
    this.#entries.delete(subject);
    this.#entries.set(subject, entry);
    return true;
  }

  #entryOf(subject: string): Entry {
    const entry = this.#entries.get(subject);
    if (entry === undefined)
      throw new Error('a case must be loaded before it is read, and saved before it leaves memory');
    return entry;
  }
}
