import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startBroker, type Broker } from '../../infra/local/broker.service.js';
import { ask } from '../doors/figures.testkit.js';
import type { RunningSystem } from '../doors/running-system.testkit.js';
import {
  killAll,
  newPlace,
  startDistributedSystem,
  startService,
  type DistributedSystem,
} from '../stack/distributed-system.testkit.js';
import { expectCountedOnce, PositionsWatch, statusOf, tell } from './counted-once.testkit.js';
import { linesOf, shortOrLong } from './load.testkit.js';
import { post, Sender } from './sender.testkit.js';

const away = shortOrLong(5_000, 60_000);

describe('a broker of its own', () => {
  let broker: Broker;
  let system: DistributedSystem;
  const started: RunningSystem[] = [];
  let watch: PositionsWatch | undefined;
  const sender = new Sender(() => system.intake.url, 50);
  const lines = linesOf({ scale: 0.0005, seed: 5 });

  beforeAll(async () => {
    broker = await startBroker({ dataFolder: join(mkdtempSync(join(tmpdir(), 'charter-broker-')), 'broker'), port: 0 });
  });
  afterAll(async () => {
    await killAll(...started);
    await broker.kill();
  });

  it('absent when a process starts (fault 5): the process ends with 2 and says why, so that it is started again', async () => {
    await broker.stop();
    const place = newPlace({ brokers: broker.brokers });
    await Promise.all(
      (['intake', 'indicators', 'query'] as const).map((name) =>
        expect(startService(name, place)).rejects.toThrow('Kafka cannot be reached'),
      ),
    );
    await broker.restart();
    system = await startDistributedSystem(place);
    started.push(system.query, system.indicators, system.intake);
    await sender.send(lines.slice(0, 200));
    tell('broker absent at the start', await expectCountedOnce(system.query.url, { accepted: sender.accepted }));
  }, 180_000);

  it(`killed for ${away / 1_000} s under load (fault 5): 503 meanwhile, and everything is counted once`, async () => {
    watch = new PositionsWatch(() => system.query.url);
    const load = sender.send(lines.slice(200), 200);
    await pause(1_500);
    await broker.kill();
    const returning = pause(away).then(() => broker.restart());
    const begun = performance.now();
    const refused = await post(system.intake.url, lines[0] ?? '');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, expect.stringMatching(/^\d+$/)]);
    expect(performance.now() - begun).toBeLessThan(6_500);
    await returning;
    await load;
    const events = await expectCountedOnce(system.query.url, { accepted: sender.accepted, patience: 120_000 });
    await watch.end();
    tell(`broker killed for ${away / 1_000} s, ${sender.resent} batches sent again`, events);
  }, 400_000);

  it('away: every process says what it can do', async () => {
    await broker.stop();
    const [intake, indicators] = await Promise.all([readinessOf(system.intake), readinessOf(system.indicators)]);
    expect(intake).toEqual([503, expect.stringContaining('event log does not answer')]);
    expect(indicators).toEqual([503, expect.stringContaining('event log does not answer')]);
    // Query still shows the figures that it has, and says that it cannot tell how fresh they are.
    expect(await statusOf(system.query.url)).toBeNull();
    const shown = await ask(
      system.query.url,
      '/v1/observations?measure=calls-answered&grain=month&from=2025-04&to=2025-04',
    );
    expect(await shown.json()).toMatchObject({ freshness: { countedTo: null, lagEvents: null } });
    await broker.restart();
    await pause(3_000);
    expect((await readinessOf(system.intake))[0]).toBe(200);
    expect((await readinessOf(system.indicators))[0]).toBe(200);
  }, 120_000);
});

async function readinessOf({ url, told }: RunningSystem): Promise<readonly [number, string]> {
  try {
    const response = await fetch(new URL('/health/ready', url));
    return [response.status, await response.text()];
  } catch {
    throw new Error(`gone, having said: ${told()}`);
  }
}
