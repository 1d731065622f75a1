/** Says whether a process can do what it is there for. */
export interface Readiness {
  /** What is missing, in words for an operator; `null` where nothing is. */
  readonly missing: () => Promise<string | null>;
}

/** Injection token of the process's `Readiness`. */
export const READINESS = Symbol('Readiness');
