/** A count that somebody wants to know: what is told of it, and its name. */
export interface Unknown {
  readonly name: string;
  least: number;
  greatest: number;
  /** Whether the answers hide it. */
  isSuppressed: boolean;
}

/** A sum of unknowns that is 0, or is not below 0. */
export interface Relation {
  readonly terms: readonly { readonly unknown: number; readonly times: number }[];
  readonly sense: '=' | '>=';
}

/** What follows from a number of answers: whole numbers within bounds, and sums that they make. */
export class Constraints {
  readonly unknowns: Unknown[] = [];
  readonly relations: Relation[] = [];
  readonly #indexes = new Map<string, number>();

  /** Takes in one more thing that is told of a count. */
  tell(name: string, least: number, greatest: number, isSuppressed: boolean): void {
    const known = this.#indexes.get(name);
    if (known === undefined) {
      this.#indexes.set(name, this.unknowns.push({ name, least, greatest, isSuppressed }) - 1);
      return;
    }
    const unknown = this.unknowns[known];
    if (unknown === undefined) return;
    unknown.least = Math.max(unknown.least, least);
    unknown.greatest = Math.min(unknown.greatest, greatest);
    unknown.isSuppressed &&= isSuppressed;
  }

  has(name: string): boolean {
    return this.#indexes.has(name);
  }

  /** A whole equals the sum of its parts; parts that nothing was told of are 0. */
  sums(whole: string, parts: readonly string[]): void {
    if (!this.has(whole)) return;
    this.#relate('=', [[whole, -1], ...parts.map((part): readonly [string, number] => [part, 1])]);
  }

  /** One count is not below another. */
  atLeast(more: string, less: string): void {
    if (this.has(more) && this.has(less))
      this.#relate('>=', [
        [more, 1],
        [less, -1],
      ]);
  }

  #relate(sense: Relation['sense'], named: readonly (readonly [string, number])[]): void {
    const terms = named.flatMap(([name, times]) => {
      const unknown = this.#indexes.get(name);
      return unknown === undefined ? [] : [{ unknown, times }];
    });
    this.relations.push({ sense, terms });
  }
}
