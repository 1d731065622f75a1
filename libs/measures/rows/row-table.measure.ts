import type { Day } from '../../calendars/local-date.calendar.js';
import type { Rows } from './rows.measure.js';

/** Numbers kept for a row in a span: tuple, day, record day, x, count. */
export const spanWidth = 5;
/** Rows stand together by 32 days. */
const spanShift = 5;
const leastRows = 16;

/** Rows of one measure dated within the same 32 days, one after the other in one array. */
export class Span {
  #values = new Int32Array(leastRows * spanWidth);
  #length = 0;

  /** tuple, day, record day, x and count of each row; only the first `length` numbers hold rows. */
  get values(): Int32Array {
    return this.#values;
  }

  get length(): number {
    return this.#length;
  }

  add(tuple: number, day: Day, recordDay: Day, x: number, count: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Int32Array(this.#length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    const at = this.#length;
    this.#values[at] = tuple;
    this.#values[at + 1] = day;
    this.#values[at + 2] = recordDay;
    this.#values[at + 3] = x;
    this.#values[at + 4] = count;
    this.#length = at + spanWidth;
  }
}

/** The rows of one partition as a reader holds them: by measure, then by span of days. It only grows. */
export class RowTable {
  readonly #measures: Map<number, Span>[] = [];
  readonly #recorded = new Map<Day, number>();
  #rowCount = 0;

  get rowCount(): number {
    return this.#rowCount;
  }

  /**
   * How many rows were known at the end of a day. A table only grows: as long as the number is the same, so is everything
   * as known then.
   */
  rowsKnownAt(asOf: Day): number {
    let known = 0;
    for (const [day, count] of this.#recorded) if (day <= asOf) known += count;
    return known;
  }

  add(rows: Rows): void {
    for (let i = 0; i < rows.length; i += 1) {
      const day = rows.day[i] ?? 0;
      const recordDay = rows.recordDay[i] ?? 0;
      this.#recorded.set(recordDay, (this.#recorded.get(recordDay) ?? 0) + 1);
      this.#spanOf(rows.measure[i] ?? 0, day >> spanShift).add(
        rows.tuple[i] ?? 0,
        day,
        recordDay,
        rows.x[i] ?? 0,
        rows.count[i] ?? 0,
      );
    }
    this.#rowCount += rows.length;
  }

  /** The spans of a measure that hold any of the days from `from` to `to`; rows at their edges may lie outside. */
  *spans(measure: number, from: Day, to: Day): Iterable<Span> {
    const spans = this.#measures[measure];
    if (spans === undefined) return;
    const [first, last] = [from >> spanShift, to >> spanShift];
    for (const [span, rows] of spans) if (span >= first && span <= last) yield rows;
  }

  #spanOf(measure: number, span: number): Span {
    const spans = (this.#measures[measure] ??= new Map<number, Span>());
    let found = spans.get(span);
    if (found === undefined) {
      found = new Span();
      spans.set(span, found);
    }
    return found;
  }
}
