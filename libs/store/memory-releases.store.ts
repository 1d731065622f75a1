import type { ReleaseFile, ReleaseStore, StoredRelease } from './release-store.port.js';

/** In memory: for tests. Gone with the process. */
export class MemoryReleases implements ReleaseStore {
  readonly #releases = new Map<string, StoredRelease>();

  insert(release: StoredRelease): Promise<boolean> {
    if (this.#releases.has(release.id)) return Promise.resolve(false);
    this.#releases.set(release.id, structuredClone(release));
    return Promise.resolve(true);
  }

  documents(): Promise<readonly string[]> {
    const inOrder = [...this.#releases.values()].sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1));
    return Promise.resolve(inOrder.map(({ document }) => document));
  }

  document(id: string): Promise<string | null> {
    return Promise.resolve(this.#releases.get(id)?.document ?? null);
  }

  file(id: string, table: string, name: string): Promise<ReleaseFile | null> {
    const found = this.#releases.get(id)?.files.find((file) => file.table === table && file.name === name);
    return Promise.resolve(found === undefined ? null : structuredClone(found));
  }
}
