import type { Refusal } from '../../libs/events/refusal.fact.js';

/** Which event was refused, and why (contract: events, "Answers"). */
export interface Rejection extends Refusal {
  /** Place of the event in the request, from 0; `null` where the request as a whole is at fault. */
  readonly index: number | null;
  /** The event's id, where it has one that can be read. */
  readonly id: string | null;
}

/** What became of the events of one request. Those accepted are durable. */
export interface Receipt {
  readonly accepted: number;
  readonly rejected: readonly Rejection[];
}
