import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toldRelease } from './released.testkit.js';
import { newDataFolder, runCharter, startSystem, type CommandResult } from './running-system.testkit.js';
import { refusedLineNumbers, sampleFile, sampleLines } from './sample.testkit.js';

const folder = newDataFolder();
const [all, without, expected] = ['all', 'without', 'expected'].map((name) => join(folder.path, name)) as [
  string,
  string,
  string,
];

const refused = refusedLineNumbers();
const taken = sampleLines().filter((_, index) => !refused.includes(index + 1));
/** The three cases of the sample that most is told of. */
const erased: readonly string[] = [...Map.groupBy(taken, subjectOf)]
  .sort(([, a], [, b]) => b.length - a.length)
  .slice(0, 3)
  .map(([subject]) => subject);

function subjectOf(line: string): string {
  return /"subject":\s*"([^"]*)"/.exec(line)?.[1] ?? '';
}

function erase(into: string, references: readonly string[]): Promise<CommandResult> {
  return runCharter(all, ['erase', '-', '--into', into], references.join('\n'));
}

beforeAll(async () => {
  await runCharter(all, ['ingest', sampleFile]);
  expect(await runCharter(all, ['release', '2025-26', '--state', 'final'])).toMatchObject({ code: 0 });
}, 120_000);
afterAll(folder.remove);

describe('cases that are erased', () => {
  it('are named on standard input, and what is done next is said', async () => {
    const { code, stdout, stderr } = await erase(without, [...erased, 'NO-SUCH-CASE']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^3 cases, \d+ events erased\. 1 of those named were not on the log\.$/m);
    expect(stdout).toContain(`Start with CHARTER_DATA=${without}. Then delete the old folder`);
  }, 60_000);

  it('are nowhere on the new log', async () => {
    const { stdout } = await runCharter(without, ['export']);
    expect(stdout.length).toBeGreaterThan(1_000);
    expect(erased.filter((reference) => stdout.includes(`"${reference}"`))).toEqual([]);
    expect(erased.filter((reference) => !taken.join('\n').includes(`"${reference}"`))).toEqual([]);
  }, 60_000);

  it('are in no figure: all are as if they had never been, and every other case is as it was', async () => {
    const file = join(folder.path, 'others.ndjson');
    writeFileSync(
      file,
      sampleLines()
        .filter((line) => !erased.includes(subjectOf(line)))
        .join('\n'),
    );
    await runCharter(expected, ['ingest', file]);
    const compared = await runCharter(without, ['compare', without, expected]);
    expect(compared).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Equal: /) as unknown });
    expect(await runCharter(without, ['compare', all, without])).toMatchObject({ code: 1 });
    expect(await runCharter(without, ['verify'])).toMatchObject({ code: 0 });
  }, 120_000);

  it('leave earlier releases as they were, which say that they cannot be recounted', async () => {
    const tolds = [];
    for (const data of [all, without]) {
      const system = await startSystem(data);
      tolds.push(await toldRelease(system.url, '2025-26.1'));
      await system.stop();
    }
    expect(tolds[1]).toEqual(tolds[0]);
    const { code, stdout } = await runCharter(without, ['verify', '2025-26.1']);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: '3 cases erased since: not recomputable.\nFiles and signatures are as they were made.\n',
    });
  }, 120_000);

  it('are accounted for without their references, and a release made afterwards is recounted', async () => {
    expect(await runCharter(without, ['release', '2025-26', '--state', 'final'])).toMatchObject({ code: 0 });
    const { code, stdout } = await runCharter(without, ['verify', '2025-26.2']);
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Sound: /m) as unknown });
  }, 60_000);
});

describe('nothing is erased', () => {
  it('into a place where there is something', async () => {
    const { code, stderr } = await erase(without, erased);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('something at') as unknown });
  }, 60_000);

  it('where none of the cases is on the log: no place is made', async () => {
    const nowhere = join(folder.path, 'nowhere');
    expect(await erase(nowhere, ['NO-SUCH-CASE'])).toMatchObject({
      code: 2,
      stderr: 'None of these cases is on the log.\n',
    });
    expect(existsSync(nowhere)).toBe(false);
  }, 60_000);

  it('beside a running system', async () => {
    const system = await startSystem(all);
    expect(await erase(join(folder.path, 'beside'), erased)).toMatchObject({ code: 2 });
    await system.stop();
  }, 60_000);
});
