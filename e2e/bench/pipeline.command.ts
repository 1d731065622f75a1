import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { STORES, type Store } from './counting.bench.js';
import { measurePipeline } from './pipeline.bench.js';
import { describePipeline } from './pipeline.codec.js';

interface PipelineOptions {
  readonly events: string;
  readonly peer?: string;
  readonly stores: readonly Store[];
  readonly runs: number;
  readonly json: string;
}

/** `bench pipeline`: how fast indicators processes count a topic, beside another program if one is named. */
export function addPipeline(program: Command, stopping: AbortSignal): void {
  program
    .command('pipeline')
    .description('Kafka to figures: one and two indicators processes, with the store in memory and with the stand-in')
    .requiredOption('--events <file>', 'events, one JSON line each')
    .option('--peer <command>', 'program to run beside, given the file; prints `events_per_second: <number>` and more')
    .addOption(new Option('--stores <names...>', 'with which stores').choices(STORES).default(STORES))
    .option('--runs <number>', 'how often, for medians', toCount, 1)
    .option('--json <file>', 'where the figures go', 'dist/bench/pipeline.json')
    .action(async ({ events, peer, stores, runs, json }: PipelineOptions) => {
      const result = await measurePipeline({ events, peer: peer ?? null, stores, runs, tell, stopping });
      mkdirSync(dirname(json), { recursive: true });
      writeFileSync(json, `${JSON.stringify(result, null, 2)}\n`);
      process.stdout.write(`${describePipeline(result)}\nThe same as JSON: ${json}\n`);
    });
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

function toCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('a whole number from 1');
  return count;
}
