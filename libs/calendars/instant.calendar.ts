/**
 * A moment on the time line, exact at any precision.
 *
 * `at` is whole milliseconds since 1970-01-01T00:00:00Z (rounded down); `finer` holds the decimal digits
 * below the millisecond without trailing zeros, `''` when there are none.
 */
export interface Instant {
  readonly at: number;
  readonly finer: string;
}
