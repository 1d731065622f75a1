import type { Day } from '../calendars/local-date.calendar.js';
import type { RowTable } from '../measures/rows/row-table.measure.js';

interface Kept<T> {
  readonly mark: string;
  readonly value: T;
}

/**
 * Keeps what was worked out from the rows that were known at the end of a day. Events that come later leave it as it is; a
 * row that was known by then and has only now been counted, or tables that are others, make it be worked out anew.
 */
export class KnownRowsMemory<T> {
  readonly #kept = new Map<string, Kept<T>>();
  readonly #numbers = new WeakMap<RowTable, number>();
  #tables = 0;

  /** @param most how much is kept; beyond that what was asked for longest ago is dropped */
  constructor(private readonly most: number) {}

  /** What `make` makes of the tables as known at the end of the day. It must depend on nothing else but the name. */
  recall(name: string, tables: readonly RowTable[], asOf: Day, make: () => T): T {
    const key = `${asOf} ${name}`;
    const mark = tables.map((table) => `${this.#numberOf(table)}:${table.rowsKnownAt(asOf)}`).join(' ');
    const known = this.#kept.get(key);
    this.#kept.delete(key);
    const value = known?.mark === mark ? known.value : make();
    this.#kept.set(key, { mark, value });
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size > this.most) this.#kept.delete(oldest);
    return value;
  }

  #numberOf(table: RowTable): number {
    const known = this.#numbers.get(table);
    if (known !== undefined) return known;
    this.#tables += 1;
    this.#numbers.set(table, this.#tables);
    return this.#tables;
  }
}
