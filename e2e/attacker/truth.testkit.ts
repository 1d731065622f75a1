import type { Constraints } from './constraints.testkit.js';

/**
 * Names what does not hold of the true counts. The truth is one of the possible worlds; if it were not, what follows from
 * the answers would be wrong, and so would be what is made of it.
 */
export function contradictedBy(
  truth: ReadonlyMap<string, number>,
  { unknowns, relations }: Constraints,
): readonly string[] {
  const valueOf = (index: number): number => truth.get(unknowns[index]?.name ?? '') ?? 0;
  const outside = unknowns.flatMap(({ name, least, greatest }, index) =>
    valueOf(index) < least || valueOf(index) > greatest
      ? [`${name}: ${valueOf(index)} not in ${least} to ${greatest}`]
      : [],
  );
  const unequal = relations.flatMap(({ terms, sense }) => {
    const sum = terms.reduce((total, { unknown, times }) => total + times * valueOf(unknown), 0);
    if (sense === '=' ? sum === 0 : sum >= 0) return [];
    return [terms.map(({ unknown, times }) => `${times} × ${unknowns[unknown]?.name}`).join(' + ')];
  });
  return [...outside, ...unequal];
}
