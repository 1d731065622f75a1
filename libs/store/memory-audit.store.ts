import type { AuditStore, StoredAuditEntry } from './audit-store.port.js';

/** In memory: for tests. Gone with the process. */
export class MemoryAudit implements AuditStore {
  readonly #entries = new Map<number, StoredAuditEntry>();

  last(): Promise<StoredAuditEntry | null> {
    return Promise.resolve(this.#inOrder().at(-1) ?? null);
  }

  insert(entry: StoredAuditEntry): Promise<boolean> {
    if (this.#entries.has(entry.number)) return Promise.resolve(false);
    this.#entries.set(entry.number, { ...entry });
    return Promise.resolve(true);
  }

  after(number: number, limit: number): Promise<readonly StoredAuditEntry[]> {
    const later = this.#inOrder().filter((entry) => entry.number > number);
    return Promise.resolve(later.slice(0, limit));
  }

  #inOrder(): readonly StoredAuditEntry[] {
    return [...this.#entries.values()].sort((a, b) => a.number - b.number);
  }
}
