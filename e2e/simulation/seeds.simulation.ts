import { simulate, type Outcome } from './run.simulation.js';
import { soundParts, type Parts } from './world.simulation.js';

/**
 * The first of some seeds whose simulation shows a difference; `null` where none does.
 *
 * @param done told after each seed
 */
export async function firstDifference(
  from: number,
  seeds: number,
  parts: Parts = soundParts,
  done: () => void = () => undefined,
): Promise<Outcome | null> {
  for (let seed = from; seed < from + seeds; seed += 1) {
    const outcome = await simulate(seed, parts);
    if (outcome.difference !== null) return outcome;
    done();
  }
  return null;
}

/** What differed, the last steps before it, and how to see it again. */
export function describeOutcome({ seed, steps, difference, trace }: Outcome): string {
  const end = trace.map((step) => `    ${step}`).join('\n');
  return [
    `seed ${String(seed)}, ${String(steps)} steps: ${difference ?? 'nothing differs'}`,
    end,
    `  again: npm run simulate -- --seed ${String(seed)}`,
  ].join('\n');
}
