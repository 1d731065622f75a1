import { it, expect } from '@jest/globals';
import { simulate } from './run.simulation.js';
it('quick', async () => {
  const from = Number(process.env['FROM'] ?? 1), n = Number(process.env['N'] ?? 200);
  let steps = 0, t = performance.now(), bad = 0;
  for (let seed = from; seed < from + n; seed++) {
    const o = await simulate(seed);
    steps += o.steps;
    if (o.difference !== null) { bad++; if (bad < 4) console.log(seed, o.difference.slice(0, 1500), '\n' + o.trace.join('\n')); else process.stdout.write(`${seed}: ${o.difference.slice(0,150)}\n`); if (bad > 12) break; }
  }
  console.log({ bad, steps: steps / n, ms: (performance.now() - t) / n });
}, 1e9);
