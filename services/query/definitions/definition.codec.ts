import { createHash } from 'node:crypto';
import { cubesOf, type Measure } from '../../../libs/measures/measure.measure.js';
import type { Dimension } from '../../../libs/measures/tuple.measure.js';
import { dimensionsOf } from './dimensions.rule.js';

/** All that a measure states about itself: everything but the function that counts. */
export type Declaration = Omit<Measure, 'contribute'>;

/** A computed measure as readers may know it. */
export interface Definition extends Declaration {
  /** Sets of dimensions that may be used together. */
  readonly cubes: readonly (readonly string[])[];
  readonly dimensions: readonly Dimension[];
  readonly definitionHash: string;
}

export function definitionOf(measure: Measure): Definition {
  return {
    ...declarationOf(measure),
    cubes: cubesOf(measure),
    dimensions: dimensionsOf(measure),
    definitionHash: definitionHash(measure),
  };
}

/** SHA-256, hex, of a measure's declaration as JSON without spaces, members in order of their names. */
export function definitionHash(measure: Measure): string {
  const members = Object.entries(declarationOf(measure)).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify(Object.fromEntries(members)))
    .digest('hex');
}

function declarationOf({ contribute: _, ...declaration }: Measure): Declaration {
  return declaration;
}
