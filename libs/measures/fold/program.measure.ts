import { FACT_NAMES, type FactName } from '../../events/fact-name.fact.js';
import { factsThatChange, type Measure } from '../measure.measure.js';
import type { Rules } from '../rules.measure.js';

/**
 * The measures to compute, ready to run. `affectedBy` is the mask: for each fact, the indexes of the measures whose
 * contributions it can change. It only saves work: with every measure under every fact the rows are the same.
 */
export interface Program {
  readonly measures: readonly Measure[];
  readonly rules: Rules;
  readonly affectedBy: ReadonlyMap<FactName, readonly number[]>;
}

export function programOf(measures: readonly Measure[], rules: Rules): Program {
  const masks = measures.map(factsThatChange);
  const affectedBy = new Map(
    FACT_NAMES.map((name) => [name, masks.flatMap((mask, index) => (mask.has(name) ? [index] : []))] as const),
  );
  return { measures, rules, affectedBy };
}

/** The same program without its mask: what a fast fold is held against. */
export function withoutMask(program: Program): Program {
  const all = program.measures.map((_, index) => index);
  return { ...program, affectedBy: new Map(FACT_NAMES.map((name) => [name, all])) };
}
