import type { Constraints } from './constraints.testkit.js';
import { chance } from './seeded-claims.testkit.js';
import { solverOf } from './solver.testkit.js';

const ROUNDS = 6;

/** What an attack came to. */
export interface Outcome {
  readonly cells: number;
  readonly suppressed: number;
  /** Suppressed counts that have one possible value, with it. */
  readonly disclosures: readonly { readonly name: string; readonly value: number }[];
  /** How many models were solved. */
  readonly solved: number;
}

/**
 * Finds the suppressed counts that have only one possible value: least = greatest. A count is safe as soon as two
 * possible worlds are known in which it differs, so that few of them need a search of their own. Stops when as many
 * disclosures as are `enough` have been found.
 */
export async function attacked(constraints: Constraints, enough = Infinity, seed = 1): Promise<Outcome> {
  const solver = await solverOf(constraints);
  const { unknowns } = constraints;
  const least = unknowns.map(() => Infinity);
  const greatest = unknowns.map(() => -Infinity);
  let solved = 0;
  const learn = (objective: ReadonlyMap<number, number>, isInAHurry: boolean): void => {
    const world = solver.greatest(objective, isInAHurry);
    solved += 1;
    if (world === null) throw new Error('the answers contradict each other');
    world.forEach((value, index) => {
      least[index] = Math.min(least[index] ?? value, value);
      greatest[index] = Math.max(greatest[index] ?? value, value);
    });
  };
  const suppressed = unknowns.flatMap(({ isSuppressed }, index) => (isSuppressed ? [index] : []));
  const open = (): readonly number[] => suppressed.filter((index) => least[index] === greatest[index]);
  const weighing = (indexes: readonly number[], weight: () => number): ReadonlyMap<number, number> =>
    new Map(indexes.map((index) => [index, weight()]));

  learn(
    weighing(suppressed, () => -1),
    true,
  );
  learn(
    weighing(open(), () => 1),
    true,
  );
  const next = chance(seed);
  for (let round = 0; round < ROUNDS && open().length > 0; round += 1) {
    learn(
      weighing(open(), () => (next() < 0.5 ? -1 : 1)),
      true,
    );
  }
  const disclosures: { readonly name: string; readonly value: number }[] = [];
  for (const index of suppressed) {
    if (disclosures.length >= enough) break;
    if (least[index] === greatest[index]) learn(new Map([[index, 1]]), false);
    if (least[index] === greatest[index]) learn(new Map([[index, -1]]), false);
    if (least[index] !== greatest[index]) continue;
    disclosures.push({ name: unknowns[index]?.name ?? '', value: least[index] ?? 0 });
  }
  solver.end();
  return { cells: unknowns.length, suppressed: suppressed.length, disclosures, solved };
}
