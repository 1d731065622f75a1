/** A member of a query that cannot be answered as it stands. Details never repeat what was sent. */
export interface Refusal {
  /** As it stands in the query: `grain`, `filter[channel]`. */
  readonly member: string;
  readonly detail: string;
  /** What may stand there: codes, or cubes as lists of dimensions. Absent where no list would help. */
  readonly allowed?: readonly (string | readonly string[])[];
}

/** What a text says, or why it cannot be read. */
export type Parsed<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusals: readonly Refusal[] };

export function parsed<Value>(value: Value): Parsed<Value> {
  return { ok: true, value };
}

export function refused(...refusals: readonly Refusal[]): {
  readonly ok: false;
  readonly refusals: readonly Refusal[];
} {
  return { ok: false, refusals };
}
