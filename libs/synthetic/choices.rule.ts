/** Things to choose from by their weights, summed up once. */
export interface Choices<T> {
  readonly things: readonly T[];
  /** For each thing the sum of its weight and those before it. */
  readonly upTo: readonly number[];
  readonly total: number;
}

/** The codes of a table of weights as things to choose from. */
export function choicesOf<Code extends string>(weights: Readonly<Record<Code, number>>): Choices<Code> {
  const things = Object.keys(weights) as Code[];
  let total = 0;
  const upTo = things.map((code) => (total += weights[code]));
  return { things, upTo, total };
}
