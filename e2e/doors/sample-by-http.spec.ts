import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { explainedFiguresRecount } from './explained.testkit.js';
import { everySampleFigureIsEqual, figuresAreUpToDate } from './figures.testkit.js';
import { newDataFolder, runCharter, startSystem, type RunningSystem } from './running-system.testkit.js';
import { refusedLineNumbers, sampleFile, sampleLines, shuffled } from './sample.testkit.js';

const taken = sampleLines().length - refusedLineNumbers().length;

describe('the sample sent over HTTP', () => {
  const folder = newDataFolder();
  let system: RunningSystem;

  beforeAll(async () => {
    system = await startSystem(folder.path);
  }, 60_000);

  afterAll(async () => {
    await system.stop();
    folder.remove();
  }, 60_000);

  it('is refused where it must be, and nowhere else', async () => {
    const { code, stdout, stderr } = await runCharter(folder.path, ['ingest', sampleFile, '--url', system.url]);
    expect([...stderr.matchAll(/^line (\d+): /gm)].map(([, number]) => Number(number))).toEqual(refusedLineNumbers());
    expect(stdout).toContain(`${taken.toLocaleString('en-GB')} accepted`);
    expect(code).toBe(1);
  }, 60_000);

  it('gives every figure that the independent program counted', async () => {
    await figuresAreUpToDate(system.url, taken);
    expect(await everySampleFigureIsEqual(system.url)).toBe(131);
  }, 60_000);

  it('has 200 figures explained by case references that recount to them', async () => {
    const { figures, counting, references } = await explainedFiguresRecount(system.url, 20261123, 200);
    expect(figures).toBe(200);
    expect(counting).toBeGreaterThan(100);
    expect(references).toBeGreaterThan(counting);
  }, 120_000);

  it('gives the same figures when it is sent once more, shuffled', async () => {
    const input = shuffled(sampleLines(), 11).join('\n');
    await runCharter(folder.path, ['ingest', '-', '--url', system.url], input);
    await figuresAreUpToDate(system.url, 2 * taken);
    expect(await everySampleFigureIsEqual(system.url)).toBe(131);
  }, 60_000);
});
