import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ask, everySampleFigureIsEqual, figuresAreUpToDate } from './figures.testkit.js';
import { newDataFolder, runCharter, startCharter, startSystem } from './running-system.testkit.js';
import { refusedLineNumbers, sampleFile, sampleLines } from './sample.testkit.js';

const taken = sampleLines().length - refusedLineNumbers().length;

describe('a data folder', () => {
  let folder = newDataFolder();

  beforeEach(() => {
    folder = newDataFolder();
  });
  afterEach(() => {
    folder.remove();
  });

  it('has one writer: a second one exits with 2 and says to use --url', async () => {
    const system = await startSystem(folder.path);
    const { code, stderr } = await runCharter(folder.path, ['ingest', sampleFile]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/in use by process \d+/);
    expect(stderr).toContain('--url');
    expect(await system.stop()).toBe(0);
  }, 60_000);

  it('gives the right figures after ingests that were killed at any point, and one that was not', async () => {
    for (const bytes of [1, 40_000, 200_000]) {
      const ingest = startCharter(folder.path, ['ingest', sampleFile]);
      await untilWritten(join(folder.path, 'charter.db-wal'), bytes, ingest.exitCode !== null);
      ingest.kill('SIGKILL');
      await once(ingest, 'exit');
    }
    await runCharter(folder.path, ['ingest', sampleFile]);
    const system = await startSystem(folder.path);
    expect(await everySampleFigureIsEqual(system.url)).toBe(131);
    await system.stop();
  }, 60_000);

  it('loses nothing that was answered 202 when the system is killed', async () => {
    const first = await startSystem(folder.path);
    await runCharter(folder.path, ['ingest', sampleFile, '--url', first.url]);
    await first.kill();
    const second = await startSystem(folder.path);
    await figuresAreUpToDate(second.url, taken);
    expect(await everySampleFigureIsEqual(second.url)).toBe(131);
    await second.stop();
  }, 60_000);

  it('can be exported and taken in elsewhere: the figures are equal, as of past days too', async () => {
    await runCharter(folder.path, ['ingest', sampleFile]);
    const { stdout, code } = await runCharter(folder.path, ['export']);
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(taken);
    const elsewhere = newDataFolder();
    await runCharter(elsewhere.path, ['ingest', '-'], stdout);
    const system = await startSystem(elsewhere.path);
    expect(await everySampleFigureIsEqual(system.url)).toBe(131);
    await system.stop();
    elsewhere.remove();
  }, 60_000);

  it('is counted on from where it was: nothing is counted again after a restart', async () => {
    await runCharter(folder.path, ['ingest', sampleFile]);
    const before = await runCharter(folder.path, ['status', '--json']);
    const system = await startSystem(folder.path);
    const after = (await (await ask(system.url, '/v1/status')).json()) as { readonly events: unknown };
    expect(after.events).toEqual((JSON.parse(before.stdout) as { readonly events: unknown }).events);
    await system.stop();
  }, 60_000);
});

describe('a command without data', () => {
  it('says how to take some in', async () => {
    const folder = newDataFolder();
    const { code, stderr } = await runCharter(folder.path, ['query', 'decisions-made']);
    expect(code).toBe(2);
    expect(stderr).toContain('charter ingest');
    folder.remove();
  });

  it('names a file that is not there', async () => {
    const folder = newDataFolder();
    const { code, stderr } = await runCharter(folder.path, ['ingest', 'nowhere.ndjson']);
    expect(code).toBe(2);
    expect(stderr).toContain('nowhere.ndjson');
    folder.remove();
  });
});

async function untilWritten(file: string, bytes: number, hasEnded: boolean): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!hasEnded && Date.now() < deadline) {
    if (existsSync(file) && statSync(file).size >= bytes) return;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
