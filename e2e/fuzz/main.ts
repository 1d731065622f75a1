import { parseArgs } from 'node:util';
import { campaignsAt, issuedCampaignsAt, type Campaign, type Tally } from './campaign.service.js';
import { startFuzzedSystem, startIssuedSystem, type Holding } from './fuzzed-system.service.js';
import { openIssuer, settingsFor } from './issued-system.service.js';
import { questionsOf } from './questions.campaign.js';

/*
 * npm run fuzz -- --requests 20000 [--seed 7]   sends odd requests of every kind to systems of its own; the last line sums it up
 *
 * Ends with 1 where an answer is 500 or more or tells of the inside, none comes in 5 s, events do not add up, or the second half
 * of the requests leaves the process holding more than the first.
 */

/** Bytes that the second half may add: what is kept of the events it sent, and what a collector leaves. */
const MOST_GROWTH = 24 * 1024 * 1024;
/** The connections that the senders may be keeping open at one look and not at the other. */
const MOST_HANDLES_MORE = 16;
const MiB = 1024 * 1024;

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '20000' }, seed: { type: 'string', default: '7' } },
});
const [requests, seed] = [Number(values.requests), Number(values.seed)];

const begun = performance.now();
const issued = await openIssuer();
const [open, closed] = [await startFuzzedSystem(), await startIssuedSystem(settingsFor(issued))];
const systems = [open, closed];
const campaigns = [...campaignsAt(open.url, await questionsOf(open.url)), ...issuedCampaignsAt(closed.url, issued)];
const half = Math.ceil(requests / 2 / campaigns.reduce((sum, { share }) => sum + share, 0));
const faults: string[] = [];
const tallies = new Map<string, Tally[]>();

await runAll(campaigns, seed);
const first = await Promise.all(systems.map(({ holding }) => holding()));
await runAll(campaigns, seed + 1);
const lost = await open.lost();
if (lost !== null) faults.push(lost);
const second = await Promise.all(systems.map(({ holding }) => holding()));
for (const [index, after] of second.entries()) faults.push(...grown(first[index] ?? after, after));
for (const { stop } of systems) {
  const code = await stop();
  if (code !== 0) faults.push(`a system ended with ${String(code)}`);
}
await issued.issuer.close();

for (const [name, all] of tallies) console.log(`${name}: ${statusesOf(all)}`);
for (const fault of faults) console.log(`\n!! ${fault}`);
console.log(summary());
process.exit(faults.length === 0 ? 0 : 1);

/** Half of everything, one kind after the other, so that one finding has one cause. */
async function runAll(all: readonly Campaign[], from: number): Promise<void> {
  for (const { name, share, run } of all) {
    try {
      tallies.set(name, [...(tallies.get(name) ?? []), await run(half * share, from)]);
    } catch (error) {
      faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

function grown(before: Holding, after: Holding): readonly string[] {
  return [
    ...(after.heap - before.heap > MOST_GROWTH ? ['the heap has grown'] : []),
    ...(after.handles - before.handles > MOST_HANDLES_MORE ? ['handles have been left open'] : []),
  ];
}

function statusesOf(all: readonly Tally[]): string {
  const sums = new Map<string, number>();
  for (const { byStatus } of all) {
    for (const [status, count] of byStatus) sums.set(status, (sums.get(status) ?? 0) + count);
  }
  const told = [...sums].sort(([a], [b]) => a.localeCompare(b)).map(([status, count]) => `${count} × ${status}`);
  return `${told.join(', ')}; slowest ${Math.round(Math.max(...all.map(({ slowest }) => slowest)))} ms`;
}

function summary(): string {
  const sent = [...tallies.values()].flat().reduce((sum, tally) => sum + tally.requests, 0);
  const seconds = Math.round((performance.now() - begun) / 1_000);
  const heaps = (all: readonly Holding[]): string => all.map(({ heap }) => Math.round(heap / MiB)).join(' and ');
  const handles = (all: readonly Holding[]): string => all.map((one) => one.handles).join(' and ');
  const held = `heaps ${heaps(first)} MiB at half, ${heaps(second)} at the end`;
  const left = `handles ${handles(first)}, then ${handles(second)}`;
  return `${sent} requests in ${seconds} s (seed ${seed}); ${held}; ${left}; ${faults.length} faults`;
}
