/** Answers the present moment in milliseconds since 1970-01-01T00:00:00Z. Handed in wherever time is needed. */
export type Clock = () => number;

/** Injection token of the process's clock. */
export const CLOCK = Symbol('Clock');
