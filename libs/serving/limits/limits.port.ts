import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Principal } from '../../access/principal.rule.js';

/** Who sends a request: a principal, and where the connection comes from, for whoever has no name. */
export interface Caller {
  readonly principal: Principal;
  readonly request: IncomingMessage;
}

/** Keeps one caller from taking what all share. */
export interface Limits {
  /** Counts a request. @throws ProblemException 429, with when to come back, of more than the caller may send */
  admit(caller: Caller): Promise<void>;
  /** Counts an answer until it is closed. @throws ProblemException 429 of more than the caller may hold open */
  hold(caller: Caller, response: ServerResponse): void;
}

/** Injection token of the process's `Limits`. */
export const LIMITS = Symbol('Limits');

/** Lets everything through. */
export const NO_LIMITS: Limits = { admit: () => Promise.resolve(), hold: () => undefined };
