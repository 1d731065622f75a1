import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { figuresAreUpToDate } from '../doors/figures.testkit.js';
import { everyReportIsEqual, randomReports, sendAll } from '../doors/reported.testkit.js';
import { killAll, startDistributedSystem, type DistributedSystem } from './distributed-system.testkit.js';

const SEED = 20_260_605;
const events = randomReports(SEED, 300);

describe(`what was reported and filed, sent to a process for each service, seed ${SEED}`, () => {
  let system: DistributedSystem;

  beforeAll(async () => {
    system = await startDistributedSystem();
  });
  afterAll(async () => {
    await killAll(system.query, system.indicators, system.intake);
  });

  it('stands as an independent program finds it, as known at any day', async () => {
    await sendAll(system.intake.url, events);
    await figuresAreUpToDate(system.query.url, events.length);
    expect(await everyReportIsEqual(system.query.url, events, SEED)).toBeGreaterThan(200);
  });
});
