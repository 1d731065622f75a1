/** What is remembered of how measures stood: it belongs to the log, not to a generation, and outlives every rebuild. */

/**
 * From a moment on a measure stood otherwise than before. Inserted once under its number, never changed. Numbers go up by
 * one from 1, so that whoever inserts one has read all that came before it.
 */
export interface AttentionChange {
  readonly number: number;
  /** Milliseconds: when it was noticed. Never earlier than the one before. */
  readonly at: number;
  /** Id and version of the measure. */
  readonly measure: string;
  readonly version: string;
  /** `null`: it was looked at for the first time, and stood as it did. */
  readonly from: string | null;
  readonly to: string;
  /** Code of the period whose figure was judged. */
  readonly period: string;
  /** By partition of the log the first offset that was not in the figures judged. */
  readonly positions: readonly number[];
}

/** How far the telling of a change has come. */
export interface AttentionDelivery {
  readonly number: number;
  /** Attempts that have been begun. */
  readonly attempts: number;
  /** Milliseconds: not before this is it tried again. */
  readonly nextAt: number;
  /** Milliseconds; `null`: nobody has said yet that it was taken. */
  readonly deliveredAt: number | null;
}

/** Injection token of the process's `AttentionStore`. */
export const ATTENTION_STORE = Symbol('AttentionStore');

/** Rejects with StoreUnavailable, as the engine's store does. */
export interface AttentionStore {
  /** Those with greater numbers than `number`, lowest first. */
  changesAfter(number: number, limit: number): Promise<readonly AttentionChange[]>;
  /** Answers false, and changes nothing, where there is one of that number. */
  insertChange(change: AttentionChange): Promise<boolean>;

  /** Of the changes numbered `number` or higher that an attempt was begun for, lowest first. */
  deliveriesFrom(number: number): Promise<readonly AttentionDelivery[]>;
  /**
   * Notes that the attempt `attempts` begins, before it does. Answers false where it may not: another process has begun as
   * many or more, or the change has been delivered.
   */
  beginAttempt(number: number, attempts: number, nextAt: number): Promise<boolean>;
  /** Has no effect where it has been delivered before. */
  noteDelivered(number: number, at: number): Promise<void>;
}
