import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import type { EventLog } from '../../libs/log/event-log.port.js';
import type { Settings } from '../../libs/settings/settings.settings.js';
import { countToTheEnd, recordsToCount } from '../indicators/counting.service.js';
import { openEmbeddedSystem, type EmbeddedSystem } from '../standalone/embedded-system.service.js';
import { appendLines } from './append-lines.service.js';
import { endsOf, recordsUncounted, waitUntilCounted } from './counted-wait.service.js';
import { describeRefusal, describeReport, grouped, type IntakeReport } from './intake-report.rule.js';
import { linesOf, type Line } from './line.parser.js';
import { showProgress, type Progress } from './progress.service.js';
import { openToWrite } from './opened-system.service.js';
import { sendLines } from './send-lines.service.js';

/** Milliseconds without anything being counted after which it is not waited for any longer. */
const PATIENCE_MS = 60_000;

interface IngestOptions {
  readonly url?: string;
  readonly token?: string;
}

/** `charter ingest <file|->`: JSON lines into the log of the profile, or to a running system. */
export function addIngest(program: Command, settings: () => Settings): void {
  program
    .command('ingest')
    .description('take in events, one JSON line each (structured CloudEvents)')
    .argument('<file>', 'file of events; - for standard input')
    .option('--url <address>', 'send to a running system instead of writing to the log')
    .option('--token <token>', 'bearer token for --url (default: CHARTER_TOKEN)')
    .action(async (file: string, options: IngestOptions) => {
      const report =
        options.url === undefined
          ? await ingestToLog(file, settings())
          : await ingestThere(file, options.url, options.token ?? settings().token);
      for (const refusal of report.refused) process.stderr.write(`${describeRefusal(refusal)}\n`);
      process.stdout.write(`${describeReport(report)}\n`);
      if (report.refused.length > 0) process.exitCode = 1;
    });
}

async function ingestThere(file: string, url: string, token: string): Promise<IntakeReport> {
  const progress = await progressThrough(file, 'Sending');
  const report = await sendLines(linesOf(chunksOf(file)), url, token, (lines) => {
    progress.advance(bytesOf(lines));
  });
  progress.done();
  return report;
}

function ingestToLog(file: string, settings: Settings): Promise<IntakeReport> {
  return settings.profile === 'distributed' ? ingestToTopic(file, settings) : ingestToFolder(file, settings);
}

/** The running indicators count; the figures are there when they have. */
async function ingestToTopic(file: string, settings: Settings): Promise<IntakeReport> {
  const { log, store, close } = await openToWrite(settings);
  try {
    const report = await appendFile(file, log);
    const ends = await endsOf(log);
    const total = await recordsUncounted(store, ends);
    const progress = showProgress('Counting', total, 'events', process.stderr);
    await waitUntilCounted(store, ends, progress.advance, PATIENCE_MS);
    progress.done();
    return report;
  } finally {
    await close();
  }
}

async function ingestToFolder(file: string, settings: Settings): Promise<IntakeReport> {
  const system = await openEmbeddedSystem(settings.dataFolder, Date.now, (message, error) => {
    process.stderr.write(`${message}: ${String(error)}\n`);
  });
  try {
    const report = await appendFile(file, system.log);
    await bringUpToDate(system);
    return report;
  } finally {
    await system.close();
  }
}

async function appendFile(file: string, log: EventLog): Promise<IntakeReport> {
  const progress = await progressThrough(file, 'Taking in');
  const report = await appendLines(linesOf(chunksOf(file)), log, Date.now, (lines) => {
    progress.advance(bytesOf(lines));
  });
  progress.done();
  return report;
}

async function bringUpToDate({ log, store, engine, generation }: EmbeddedSystem): Promise<void> {
  const total = await recordsToCount(log, (partition) => store.position(generation, partition));
  const progress = showProgress('Counting', total, 'events', process.stderr);
  await countToTheEnd(log, engine, (records) => {
    progress.advance(records);
  });
  progress.done();
  process.stderr.write(`The figures are up to date: ${grouped(total)} events counted.\n`);
}

/** Of unknown length on standard input. */
async function progressThrough(file: string, label: string): Promise<Progress> {
  if (file === '-') return { advance: () => undefined, done: () => undefined };
  return showProgress(label, (await stat(file)).size, 'bytes', process.stderr);
}

function chunksOf(file: string): AsyncIterable<Uint8Array> {
  return file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 1 << 20 });
}

function bytesOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + Buffer.byteLength(text) + 1, 0);
}
