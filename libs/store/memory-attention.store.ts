import type { AttentionChange, AttentionDelivery, AttentionStore } from './attention-store.port.js';

/** In memory: for tests. Gone with the process. */
export class MemoryAttention implements AttentionStore {
  readonly #changes = new Map<number, AttentionChange>();
  readonly #deliveries = new Map<number, AttentionDelivery>();

  changesAfter(number: number, limit: number): Promise<readonly AttentionChange[]> {
    const later = [...this.#changes.values()].filter((change) => change.number > number).sort(byNumber);
    return Promise.resolve(structuredClone(later.slice(0, limit)));
  }

  insertChange(change: AttentionChange): Promise<boolean> {
    if (this.#changes.has(change.number)) return Promise.resolve(false);
    this.#changes.set(change.number, structuredClone(change));
    return Promise.resolve(true);
  }

  deliveriesFrom(number: number): Promise<readonly AttentionDelivery[]> {
    const found = [...this.#deliveries.values()].filter((delivery) => delivery.number >= number).sort(byNumber);
    return Promise.resolve(structuredClone(found));
  }

  beginAttempt(number: number, attempts: number, nextAt: number): Promise<boolean> {
    const known = this.#deliveries.get(number) ?? { attempts: 0, deliveredAt: null };
    if (known.attempts !== attempts - 1 || known.deliveredAt !== null) return Promise.resolve(false);
    this.#deliveries.set(number, { number, attempts, nextAt, deliveredAt: null });
    return Promise.resolve(true);
  }

  noteDelivered(number: number, at: number): Promise<void> {
    const known = this.#deliveries.get(number);
    if (known?.deliveredAt === null) this.#deliveries.set(number, { ...known, deliveredAt: at });
    return Promise.resolve();
  }
}

function byNumber(a: { readonly number: number }, b: { readonly number: number }): number {
  return a.number - b.number;
}
