import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { endOfLocalDay, localDay, type Day } from '../../libs/calendars/local-date.calendar.js';
import { loadCalibration } from '../../libs/register/calibration.store.js';
import { rulesOf } from '../../libs/register/register-rules.rule.js';
import { loadRegister } from '../../libs/register/register.store.js';
import { spoiled } from '../../libs/synthetic/spoiling.rule.js';
import type { SyntheticEvent } from '../../libs/synthetic/synthetic-event.fact.js';
import { unfolding } from '../../libs/synthetic/unfolding.rule.js';
import { readGeneration, type Generation, type GenerationOptions } from './generation.parser.js';
import { showProgress, type Progress } from './progress.service.js';

const blockLength = 1 << 16;

/**
 * `charter generate`: synthetic events as JSON lines, in order of record time. The same seed gives the same bytes,
 * however far they go.
 *
 * @param terminal where somebody watches how far it is, if anybody does
 */
export function addGenerate(
  program: Command,
  output: NodeJS.WritableStream,
  terminal: NodeJS.WriteStream | null,
): void {
  program
    .command('generate')
    .description('print synthetic events, one JSON line each, to try things out with')
    .option('--from <date>', 'the day on which the first journeys begin', '2024-04-01')
    .option('--to <date>', 'the last day on which anything is recorded', '2026-03-31')
    .option('--scale <number>', 'how much of the calibrated volumes; 0.01 is about 45,000 events a year', '0.01')
    .option('--seed <number>', 'a whole number; the same one gives the same bytes', '7')
    .option('--faults', 'with duplicates, disorder, corrections, withdrawals, conflicting ids and invalid lines')
    .action(async (options: GenerationOptions) => {
      const generation = readGeneration(options);
      const progress = showDays(generation, terminal);
      const events = until(endOfLocalDay(generation.to), eventsOf(generation), progress);
      const lines = generation.faults ? spoiled(events, generation.seed) : written(events);
      try {
        await pipeline(Readable.from(inBlocks(lines)), output);
      } catch (error) {
        if (!isClosedPipe(error)) throw error;
      }
      progress.done();
    });
}

function eventsOf({ from, scale, seed }: Generation): Iterable<SyntheticEvent> {
  const register = loadRegister();
  const plan = { seed, scale, prefix: 'G', calibration: loadCalibration(), register, rules: rulesOf(register) };
  return unfolding(plan, from);
}

function* until(end: number, events: Iterable<SyntheticEvent>, progress: Progress): Generator<SyntheticEvent, void> {
  let day: Day | null = null;
  for (const event of events) {
    if (event.recordedAt >= end) return;
    const reached = localDay(event.recordedAt);
    if (day !== null && reached > day) progress.advance(reached - day);
    day = reached;
    yield event;
  }
}

function* written(events: Iterable<SyntheticEvent>): Generator<string, void> {
  for (const { event } of events) yield JSON.stringify(event);
}

/** A write for each line would take longer than to make it up. */
function* inBlocks(lines: Iterable<string>): Generator<string, void> {
  let block = '';
  for (const line of lines) {
    block += `${line}\n`;
    if (block.length < blockLength) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

function showDays({ from, to }: Generation, terminal: NodeJS.WriteStream | null): Progress {
  if (terminal === null) return { advance: () => undefined, done: () => undefined };
  return showProgress('Making up', to - from + 1, 'days', terminal);
}

/** Whoever reads has enough. */
function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
