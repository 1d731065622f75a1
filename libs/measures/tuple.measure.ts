/** A dimension of a journey and its codes, in the fixed order in which tuples number them. */
export interface Dimension {
  readonly name: string;
  readonly codes: readonly string[];
}

/** The code of a dimension that nothing has stated. */
export const notRecorded = 'not-recorded';

/**
 * All combinations of some dimensions' codes, each a whole number: a mixed-radix number with the first dimension
 * most significant. A tuple is the finest place a contribution can have.
 */
export class TupleSpace {
  readonly size: number;
  readonly #strides: readonly number[];

  constructor(readonly dimensions: readonly Dimension[]) {
    const strides: number[] = [];
    let size = 1;
    for (const dimension of [...dimensions].reverse()) {
      strides.unshift(size);
      size *= dimension.codes.length;
    }
    if (size > 0x7fffffff) throw new RangeError('a tuple must fit in 31 bits');
    this.size = size;
    this.#strides = strides;
  }

  /** The tuple of one code index per dimension, in the dimensions' order. */
  tupleOf(codeIndexes: readonly number[]): number {
    let tuple = 0;
    for (let d = 0; d < codeIndexes.length; d += 1) {
      tuple += (codeIndexes[d] ?? 0) * (this.#strides[d] ?? 0);
    }
    return tuple;
  }

  /** Reads one dimension's code index off any tuple; `null` where the space lacks the dimension. */
  readerOf(name: string): ((tuple: number) => number) | null {
    const d = this.dimensions.findIndex((dimension) => dimension.name === name);
    const stride = this.#strides[d];
    const radix = this.dimensions[d]?.codes.length;
    if (stride === undefined || radix === undefined) return null;
    // A tuple has at most 31 bits, so that cutting off the fraction rounds down.
    return (tuple) => ((tuple / stride) | 0) % radix;
  }

  codesOf(name: string): readonly string[] | null {
    return this.dimensions.find((dimension) => dimension.name === name)?.codes ?? null;
  }
}

/** Numbers the codes of a dimension, so that a fact's value becomes a code index; what is unstated is `not-recorded`. */
export function indexOfCodes(codes: readonly string[]): (code: string | undefined) => number {
  const indexes = new Map(codes.map((code, index) => [code, index]));
  return (code) => {
    const index = indexes.get(code ?? notRecorded);
    if (index === undefined) throw new RangeError(`'${code ?? notRecorded}' is not a code of this dimension`);
    return index;
  };
}
