import type { WireEvent } from './wire-event.fact.js';

/** An event that was made up, with what its reader needs to know of it. Times in milliseconds since 1970. */
export interface SyntheticEvent {
  readonly event: WireEvent;
  /** When the fact was first recorded: the event's `recordedtime`. */
  readonly recordedAt: number;
  /** When the journey that the fact belongs to was first recorded: equal for all its events. */
  readonly startedAt: number;
}
