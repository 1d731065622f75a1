import { notReady } from '../../../libs/problems/not-ready.exception.js';

/** Does pieces of work one after the other, in the order in which they are asked for. */
export class OneAtATime {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  /** @param mostWaiting pieces of work that may wait, the one under way included */
  constructor(private readonly mostWaiting: number) {}

  /** Rejects with 503 and `Retry-After` where too much is waiting already. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting >= this.mostWaiting) throw notReady('Other figures are being explained: ask again in a moment.');
    this.waiting += 1;
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    try {
      return await done;
    } finally {
      this.waiting -= 1;
    }
  }
}
