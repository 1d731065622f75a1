import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, figuresAreUpToDate } from './figures.testkit.js';
import { everyReportIsEqual, randomReports, sendAll } from './reported.testkit.js';
import { newDataFolder, startSystem, type RunningSystem } from './running-system.testkit.js';

const SEED = 20_260_604;
const events = randomReports(SEED, 300);

describe(`what was reported and filed, from random events of seed ${SEED}`, () => {
  const folder = newDataFolder();
  let system: RunningSystem;

  beforeAll(async () => {
    system = await startSystem(folder.path);
  }, 60_000);

  afterAll(async () => {
    await system.stop();
    folder.remove();
  }, 60_000);

  it('stands as an independent program finds it, as known at any day', async () => {
    await sendAll(system.url, events);
    await figuresAreUpToDate(system.url, events.length);
    expect(await everyReportIsEqual(system.url, events, SEED)).toBeGreaterThan(200);
  }, 60_000);

  it('is still so when all of it has been sent once more, and after a restart', async () => {
    await sendAll(system.url, events);
    await figuresAreUpToDate(system.url, 2 * events.length);
    await system.stop();
    system = await startSystem(folder.path);
    await figuresAreUpToDate(system.url, 2 * events.length);
    expect(await everyReportIsEqual(system.url, events, SEED + 1)).toBeGreaterThan(200);
  }, 60_000);

  it('is filed by the compiler, who sends nothing else, and is there in a moment', async () => {
    const filed = {
      specversion: '1.0',
      id: 'by-hand-1',
      source: 'urn:example:compiler',
      type: 'charter.evidence.filed.v1',
      time: '2026-05-04T10:00:00Z',
      subject: 'S3-M65.2025-26',
      data: { measure: 'S3-M65', year: '2025-26', title: 'Synthetic example', summary: 'Told by hand.' },
    };
    const send = (event: object): Promise<Response> =>
      fetch(new URL('/v1/events', system.url), {
        method: 'POST',
        headers: { authorization: 'Bearer demo-compiler', 'content-type': 'application/cloudevents+json' },
        body: JSON.stringify(event),
      });
    expect((await send(filed)).status).toBe(202);
    const claim = { type: 'charter.decision.made.v1', subject: 'CASE-000001', data: { outcome: 'denied' } };
    expect((await send({ ...filed, ...claim })).status).toBe(403);
    await figuresAreUpToDate(system.url, 2 * events.length + 1);
    const { rows } = (await (await ask(system.url, '/v1/aggregates?year=2025-26', 'demo-auditor')).json()) as {
      readonly rows: readonly { readonly framework: string; readonly text: string | null }[];
    };
    expect(rows.find(({ framework }) => framework === 'S3-M65')?.text).toBe('Synthetic example\nTold by hand.');
    expect((await ask(system.url, '/v1/aggregates?year=2025-26', 'demo-staff')).status).toBe(403);
  }, 60_000);
});
