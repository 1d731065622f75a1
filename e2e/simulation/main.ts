import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { simulate, type Outcome } from './run.simulation.js';
import { describeOutcome, firstDifference } from './seeds.simulation.js';

/*
 * npm run simulate -- --seeds 20000 [--from 1]   runs seeds on every core and ends with how many differ
 * npm run simulate -- --seed 1234                runs one and prints its last steps
 */

/** What a share of the seeds tells: how many it has done since it last told, and what it found. */
interface Told {
  readonly done: number;
  readonly found: Outcome | null;
}

const seedsBetweenWords = 50;
const secondsBetweenLines = 10;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '500' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    share: { type: 'boolean', default: false },
  },
});

if (values.seed !== undefined) await runOne(Number(values.seed));
else if (values.share) await runShare(Number(values.from), Number(values.seeds));
else await runAll(Number(values.from), Number(values.seeds));

async function runOne(seed: number): Promise<void> {
  const outcome = await simulate(seed, undefined, 300);
  console.log(describeOutcome(outcome));
  process.exitCode = outcome.difference === null ? 0 : 1;
}

async function runShare(from: number, seeds: number): Promise<void> {
  let done = 0;
  const tell = (found: Outcome | null): void => {
    process.send?.({ done, found } satisfies Told);
    done = 0;
  };
  const found = await firstDifference(from, seeds, undefined, () => {
    done += 1;
    if (done === seedsBetweenWords) tell(null);
  });
  tell(found);
  process.disconnect();
}

async function runAll(from: number, seeds: number): Promise<void> {
  const started = performance.now();
  const differences: Outcome[] = [];
  let done = 0;
  const progress = setInterval(() => {
    console.log(`${String(done)} of ${String(seeds)} seeds`);
  }, secondsBetweenLines * 1_000);
  const ends = sharesOf(from, seeds).map(async (share) => {
    share.on('message', (told: Told) => {
      done += told.done;
      if (told.found !== null) differences.push(told.found);
    });
    await once(share, 'close');
    if (share.exitCode !== 0) throw new Error('a share of the seeds has ended with an error');
  });
  await Promise.all(ends).finally(() => {
    clearInterval(progress);
  });
  for (const outcome of differences) console.log(describeOutcome(outcome));
  const rate = Math.round(done / ((performance.now() - started) / 60_000));
  console.log(
    `${String(done)} seeds without a difference, ${String(differences.length)} differ (${String(rate)} a minute)`,
  );
  process.exitCode = differences.length === 0 && done === seeds ? 0 : 1;
}

function sharesOf(from: number, seeds: number): readonly ChildProcess[] {
  const count = Math.min(availableParallelism(), seeds);
  return Array.from({ length: count }, (_, share) => {
    const first = from + Math.floor((share * seeds) / count);
    const next = from + Math.floor(((share + 1) * seeds) / count);
    const options = ['--share', '--from', String(first), '--seeds', String(next - first)];
    return fork(new URL(import.meta.url), options);
  });
}
