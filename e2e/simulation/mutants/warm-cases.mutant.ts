import type { Checkpoint, StoredCase } from '../../../libs/store/engine-store.port.js';
import { GatedStore } from '../gated.store.js';

/** Cases that a process has read or saved stay with it, whoever has had the partition in the meantime. */
export class KeepsCasesWarm extends GatedStore {
  readonly #warm = new Map<string, StoredCase>();

  override async readCases(
    generation: string,
    partition: number,
    subjects: readonly string[],
  ): Promise<readonly StoredCase[]> {
    const cold = subjects.filter((subject) => !this.#warm.has(subject));
    if (cold.length > 0) this.#keep(await super.readCases(generation, partition, cold));
    return subjects.map((subject) => this.#warm.get(subject)).filter((stored) => stored !== undefined);
  }

  override async commit(checkpoint: Checkpoint): Promise<void> {
    try {
      await super.commit(checkpoint);
    } catch (error) {
      this.#warm.clear();
      throw error;
    }
    this.#keep(checkpoint.cases);
  }

  #keep(cases: readonly StoredCase[]): void {
    for (const stored of cases) this.#warm.set(stored.subject, stored);
  }
}
