import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { explainedFiguresRecount } from '../doors/explained.testkit.js';
import { ask, everySampleFigureIsEqual, figuresAreUpToDate } from '../doors/figures.testkit.js';
import { newDataFolder, runCharter, type RunningSystem } from '../doors/running-system.testkit.js';
import { refusedLineNumbers, sampleFile, sampleLines, shuffled } from '../doors/sample.testkit.js';
import { killAll, startDistributedSystem, startPages, type DistributedSystem } from './distributed-system.testkit.js';

const taken = sampleLines().length - refusedLineNumbers().length;

describe('the sample sent to a process for each service', () => {
  const folder = newDataFolder();
  let system: DistributedSystem;
  let pages: RunningSystem;

  beforeAll(async () => {
    system = await startDistributedSystem();
    pages = await startPages(system.query.url);
  });
  afterAll(async () => {
    await killAll(pages, system.query, system.indicators, system.intake);
    folder.remove();
  });

  it('is refused where it must be, and nowhere else', async () => {
    const sent = await runCharter(folder.path, ['ingest', sampleFile, '--url', system.intake.url]);
    const refused = [...sent.stderr.matchAll(/^line (\d+): /gm)].map(([, number]) => Number(number));
    expect(refused).toEqual(refusedLineNumbers());
    expect(sent.stdout).toContain(`${taken.toLocaleString('en-GB')} accepted`);
  });

  it('gives every figure that the independent program counted', async () => {
    await figuresAreUpToDate(system.query.url, taken);
    expect(await everySampleFigureIsEqual(system.query.url)).toBeGreaterThanOrEqual(60);
  });

  it('has 200 figures explained by case references that recount to them', async () => {
    const { figures, counting, references } = await explainedFiguresRecount(system.query.url, 20261124, 200);
    expect(counting).toBeGreaterThan(100);
    console.log(`explained: ${figures} figures, ${counting} of which count something, ${references} case references`);
  });

  it('gives the same figures when it is sent once more, shuffled, and adds up', async () => {
    const input = shuffled(sampleLines(), 11).join('\n');
    await runCharter(folder.path, ['ingest', '-', '--url', system.intake.url], input);
    await figuresAreUpToDate(system.query.url, 2 * taken);
    expect(await everySampleFigureIsEqual(system.query.url)).toBeGreaterThanOrEqual(60);
    const { events } = (await (await ask(system.query.url, '/v1/status')).json()) as {
      readonly events: Readonly<Record<string, number>>;
    };
    const { accepted = 0, applied = 0, duplicates = 0, quarantined = 0, inFlight = 0 } = events;
    expect({ accepted, inFlight }).toEqual({ accepted: 2 * taken, inFlight: 0 });
    expect(applied + duplicates + quarantined).toBe(accepted);
    console.log(`sample, twice: ${accepted} on the log, ${applied} applied, ${duplicates} duplicates`);
  });

  it('shows on pages that are served by another process', async () => {
    const page = await fetch(pages.url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Charter');
    expect((await fetch(new URL('/health/ready', pages.url))).status).toBe(200);
  });

  it('is counted on from where it was when every process has been told to stop and started again', async () => {
    const before = await eventsOf(system);
    const stopped = await Promise.all([system.query, system.indicators, system.intake].map((one) => one.stop()));
    expect(stopped).toEqual([0, 0, 0]);
    system = await startDistributedSystem(system.place);
    await figuresAreUpToDate(system.query.url, 2 * taken);
    expect(await eventsOf(system)).toEqual(before);
  });
});

describe('the sample sent shuffled to a new system', () => {
  it('gives the same figures', async () => {
    const folder = newDataFolder();
    const system = await startDistributedSystem();
    try {
      const input = shuffled(sampleLines(), 7).join('\n');
      await runCharter(folder.path, ['ingest', '-', '--url', system.intake.url], input);
      await figuresAreUpToDate(system.query.url, taken);
      expect(await everySampleFigureIsEqual(system.query.url)).toBeGreaterThanOrEqual(60);
    } finally {
      await killAll(system.query, system.indicators, system.intake);
      folder.remove();
    }
  });
});

async function eventsOf({ query }: DistributedSystem): Promise<unknown> {
  return ((await (await ask(query.url, '/v1/status')).json()) as { readonly events: unknown }).events;
}
