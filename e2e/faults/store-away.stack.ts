import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startStore, type StoreServer } from '../../infra/local/store-server.service.js';
import { CuttingProxy } from '../../libs/store/cutting-proxy.testkit.js';
import { freshDatabase } from '../../libs/store/mongo-database.testkit.js';
import {
  killAll,
  newPlace,
  startDistributedSystem,
  startServiceAgain,
  type DistributedSystem,
} from '../stack/distributed-system.testkit.js';
import { expectCountedOnce, PositionsWatch, tell } from './counted-once.testkit.js';
import { linesOf, shortOrLong } from './load.testkit.js';
import { Sender } from './sender.testkit.js';

const away = shortOrLong(8_000, 30_000);
/** Events that are sent while something is wrong. */
const share = 700;

describe('a store of its own, behind a connection that can be cut', () => {
  const folder = mkdtempSync(join(tmpdir(), 'charter-store-'));
  const dataFolder = join(folder, 'store');
  let store: StoreServer;
  let proxy: CuttingProxy;
  let system: DistributedSystem;
  let watch: PositionsWatch;
  const sender = new Sender(() => system.intake.url, 50);
  const lines = linesOf({ scale: 0.001, seed: 6 });
  let sent = 0;
  const under = async (what: string, fault: () => Promise<void>): Promise<void> => {
    const load = sender.send(lines.slice(sent, (sent += share)), 100);
    await pause(1_000);
    await fault();
    await load;
    const events = await expectCountedOnce(system.query.url, { accepted: sender.accepted, patience: 120_000 });
    expect([system.indicators.process.exitCode, system.query.process.exitCode]).toEqual([null, null]);
    tell(`store ${what}`, events);
  };

  beforeAll(async () => {
    store = await startStore({ dataFolder, port: 0 });
    proxy = new CuttingProxy({ host: '127.0.0.1', port: store.port });
    await proxy.open();
    system = await startDistributedSystem(newPlace({ mongoUrl: freshDatabase(`mongodb://127.0.0.1:${proxy.port}/`) }));
    watch = new PositionsWatch(() => system.query.url);
  });
  afterAll(async () => {
    await watch.end();
    await killAll(system.query, system.indicators, system.intake);
    await proxy.close();
    await store.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it(`stopped for ${away / 1_000} s (fault 6): readiness says so, nothing is lost`, async () => {
    await under(`stopped for ${away / 1_000} s`, async () => {
      await store.stop();
      const ready = await fetch(new URL('/health/ready', system.indicators.url));
      expect([ready.status, await ready.text()]).toEqual([503, expect.stringContaining('store does not answer')]);
      await pause(away);
      await store.restart();
    });
  }, 300_000);

  it('held still, killed and started again (fault 6): nothing is lost', async () => {
    await under('held still for 2 s, then killed', async () => {
      store.pause();
      await pause(2_000);
      store.resume();
      await pause(1_000);
      await store.kill();
      // The port is given back a moment after the process is gone.
      await pause(1_000);
      await store.restart();
    });
  }, 300_000);

  it.each(['segments', 'cases', 'partitions'])(
    'that has written to %s and cannot say so, for the connection was cut (fault 6)',
    async (collection) => {
      await under(`connection cut after a write to ${collection}`, async () => {
        const [before, deadline] = [proxy.cuts, performance.now() + 20_000];
        const isWrite = (request: Buffer): boolean =>
          request.includes(`${collection}\0`) && (request.includes('insert\0') || request.includes('update\0'));
        proxy.cutOnce({ of: isWrite, loses: 'answer' });
        while (proxy.cuts === before && performance.now() < deadline) await pause(50);
        expect(proxy.cuts).toBe(before + 1);
      });
    },
    300_000,
  );

  it('restored from a copy taken earlier, the writers stopped (fault 6): what has come since is counted again, once', async () => {
    const bringBack = await takeCopy();
    await under('restored from an older copy', async () => {
      await pause(3_000);
      expect(await system.indicators.stop()).toBe(0);
      await bringBack();
      system = { ...system, indicators: await startServiceAgain('indicators', system.place) };
    });
  }, 300_000);

  it('restored from a copy under running indicators (fault 6): they notice with no event to come, and count again what it lacks', async () => {
    const bringBack = await takeCopy();
    await under('before a copy is brought back', () => pause(1_000));
    await bringBack();
    // Whoever has the figures in memory goes on showing them: only a process that begins now shows what the store holds.
    const query = await startServiceAgain('query', system.place);
    try {
      tell(
        'store restored under running indicators',
        await expectCountedOnce(query.url, { accepted: sender.accepted }),
      );
      expect(system.indicators.process.exitCode).toBeNull();
    } finally {
      await query.kill();
    }
  }, 300_000);

  /** Takes a copy of the store while it is stopped; answers how to put it in the store's place. */
  async function takeCopy(): Promise<() => Promise<void>> {
    const copy = join(mkdtempSync(join(folder, 'copy-')), 'store');
    await store.stop();
    cpSync(dataFolder, copy, { recursive: true });
    await store.restart();
    return async () => {
      await store.stop();
      rmSync(dataFolder, { recursive: true });
      cpSync(copy, dataFolder, { recursive: true });
      await store.restart();
    };
  }
});
