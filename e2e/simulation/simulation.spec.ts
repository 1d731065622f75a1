import { describe, expect, it } from '@jest/globals';
import { mutants } from './mutants/every.mutant.js';
import { simulate } from './run.simulation.js';
import { describeOutcome, firstDifference } from './seeds.simulation.js';

const seeds = 500;
const patience = 180_000;

describe('the simulator', () => {
  it(
    `finds no difference in ${String(seeds)} seeds`,
    async () => {
      const found = await firstDifference(1, seeds);
      expect(found === null ? null : describeOutcome(found)).toBeNull();
    },
    patience,
  );

  it('takes the same steps for the same seed, and others for another', async () => {
    const [once, again, other] = [await simulate(7), await simulate(7), await simulate(8)];
    expect(again).toEqual(once);
    expect(other.digest).not.toBe(once.digest);
  });

  it.each(Object.entries(mutants))(
    'finds it when %s, in seeds in which the sound system shows nothing',
    async (_, parts) => {
      const found = await firstDifference(1, seeds, parts);
      expect(found).not.toBeNull();
    },
    patience,
  );
});
