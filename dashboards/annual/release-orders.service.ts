import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../looking/looking.fact.js';
import { QueryClient } from '../query-client/query.client.js';
import type { ReleaseOrder } from './release-form.parser.js';

/** Forms of which the release is remembered: more than can be sent twice by mistake at a time. */
const MOST_REMEMBERED = 100;

/** Makes releases, each form once: sent again, it is answered with the release that it made. */
@Injectable()
export class ReleaseOrders {
  readonly #made = new Map<string, Promise<string>>();

  constructor(@Inject(QueryClient) private readonly query: QueryClient) {}

  /**
   * Answers the id of the release.
   *
   * @throws QueryRefused, QueryAway: the same form may be sent again
   */
  make(form: string, year: string, order: ReleaseOrder, viewer: Viewer): Promise<string> {
    const key = JSON.stringify([form, year, order, viewer]);
    const before = this.#made.get(key);
    if (before !== undefined) return before;
    const id = this.query.post<{ readonly id: string }>('/v1/releases', { year, ...order }, viewer).then(
      (release) => release.id,
      (error: unknown) => {
        this.#made.delete(key);
        throw error;
      },
    );
    this.#made.set(key, id);
    const [oldest] = this.#made.keys();
    if (this.#made.size > MOST_REMEMBERED && oldest !== undefined) this.#made.delete(oldest);
    return id;
  }
}
