import highsLoader, { type Highs } from 'highs';
import type { Constraints } from './constraints.testkit.js';

/** Weights of unknowns, by their index. */
export type Objective = ReadonlyMap<number, number>;

/** An integer solver that holds what follows from a number of answers. */
export interface Solver {
  /**
   * A possible world: values of all unknowns, in which the sum of weighted unknowns is greatest, or, in a hurry, great;
   * `null` where there is none.
   */
  readonly greatest: (objective: Objective, isInAHurry: boolean) => readonly number[] | null;
  readonly end: () => void;
}

/** The package is an ES module, and typed as if it were none. */
const load = highsLoader as unknown as () => Promise<Highs>;
const OPTIMAL = 7;
/** More than there is of anything, so that a search for the greatest ends. */
const MOST = 1_000;

/** Counts that are known to be 0 are left out of the model. */
export async function solverOf(constraints: Constraints): Promise<Solver> {
  const highs = await load();
  const { unknowns } = constraints;
  const model = highs.createModel({ format: 'lp', data: modelOf(constraints) });
  model.options.set({ output_flag: false });
  const columns = unknowns.map(({ greatest }, index) => (greatest > 0 ? model.getColByName(`x${index}`) : -1));
  let weighted: readonly number[] = [];
  return {
    greatest: (objective, isInAHurry) => {
      model.options.set({ mip_rel_gap: isInAHurry ? 0.2 : 0 });
      for (const column of weighted) model.changeColCost(column, 0);
      const wanted = [...objective].map(([index, weight]) => [columns[index] ?? -1, weight] as const);
      for (const [column, weight] of wanted) if (column >= 0) model.changeColCost(column, -weight);
      weighted = wanted.flatMap(([column]) => (column >= 0 ? [column] : []));
      model.run();
      if (model.getModelStatus() !== OPTIMAL) return null;
      const { colValue } = model.getSolution();
      return columns.map((column) => (column < 0 ? 0 : Math.round(colValue[column] ?? 0)));
    },
    end: () => model.dispose(),
  };
}

/** The constraints in the LP format, with nothing to minimise. */
function modelOf({ unknowns, relations }: Constraints): string {
  const open = unknowns.flatMap(({ greatest }, index) => (greatest > 0 ? [index] : []));
  const isOpen = new Set(open);
  const sums = relations.flatMap(({ terms, sense }) => {
    const left = terms.filter(({ unknown }) => isOpen.has(unknown));
    return left.length === 0 ? [] : [`${left.map(written).join(' ')} ${sense} 0`];
  });
  const bounds = open.map((index) => {
    const { least = 0, greatest = Infinity } = unknowns[index] ?? {};
    return ` ${least} <= x${index} <= ${Math.min(greatest, MOST)}`;
  });
  return [
    'Minimize',
    ` obj: ${open.map((index) => `+ 0 x${index}`).join('\n ')}`,
    'Subject To',
    ...[...new Set(sums)].map((sum) => ` ${sum}`),
    'Bounds',
    ...bounds,
    'General',
    ...open.map((index) => ` x${index}`),
    'End',
  ].join('\n');
}

function written({ unknown, times }: { readonly unknown: number; readonly times: number }, place: number): string {
  return `${place % 20 === 19 ? '\n ' : ''}${times < 0 ? '-' : '+'} ${Math.abs(times)} x${unknown}`;
}
