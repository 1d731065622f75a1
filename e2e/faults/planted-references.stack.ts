import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startBroker, type Broker } from '../../infra/local/broker.service.js';
import { startStore, type StoreServer } from '../../infra/local/store-server.service.js';
import { openKafka } from '../../libs/log/kafka.log.js';
import { kafkaSettings } from '../../libs/log/kafka.settings.js';
import { freshDatabase } from '../../libs/store/mongo-database.testkit.js';
import { runCharter, type RunningSystem } from '../doors/running-system.testkit.js';
import {
  killAll,
  newPlace,
  startPages,
  startService,
  startServiceAgain,
  type Place,
} from '../stack/distributed-system.testkit.js';
import { statusOf } from './counted-once.testkit.js';
import { post } from './sender.testkit.js';

/** Part of every case reference, and of every other text that a sender chooses; nothing else has it. */
const planted = 'PLANTED7Q4X';
const batch = 'application/cloudevents-batch+json';

let number = 0;
/** A good event whose case, id and source are planted; `change` makes it another. */
function event(change: Readonly<Record<string, unknown>> = {}): string {
  number += 1;
  return JSON.stringify({
    specversion: '1.0',
    id: `${planted}-${number}`,
    source: `urn:example:${planted}`,
    type: 'charter.call.ended.v1',
    time: '2025-06-02T10:00:00Z',
    recordedtime: '2025-06-02T10:01:00Z',
    subject: `${planted}-${number % 50}`,
    data: { outcome: 'answered', waitSeconds: 1 },
    ...change,
  });
}

/** What is no event, or not a good one, for every reason that there is, each with a planted text where it can have one. */
const notGood: readonly string[] = [
  event({ time: planted }),
  event({ time: '2099-01-01T00:00:00Z' }),
  event({ type: `charter.${planted}.v1` }),
  event({ type: 'charter.call.ended.v2' }),
  event({ data: { outcome: planted, waitSeconds: planted } }),
  event({ subject: `${planted} with a space` }),
  event({ subject: planted.repeat(100) }),
  event({ source: `urn:example:${planted} and a space` }),
  event({ data: JSON.parse(`${'['.repeat(60)}"${planted}"${']'.repeat(60)}`) as unknown }),
  event().replace('"waitSeconds"', '"__proto__"'),
  `{"subject":"${planted}`,
  `"${planted}"`,
  `[${event()}]`,
  planted,
];

/** The member at fault is named to whoever sent it, the command line’s user among them, and to nobody else. */
const oddlyNamed = event({ data: { outcome: 'answered', waitSeconds: 1, [planted]: planted } });

describe('case references and other texts of senders (fault 18)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'charter-planted-'));
  const everyone: RunningSystem[] = [];
  const printed: string[] = [];
  let broker: Broker;
  let store: StoreServer;
  let place: Place;
  let intake: RunningSystem;
  let query: RunningSystem;
  let pages: RunningSystem;
  let indicators: RunningSystem;
  const start = async (one: Promise<RunningSystem>): Promise<RunningSystem> => {
    const system = await one;
    everyone.push(system);
    return system;
  };

  beforeAll(async () => {
    [broker, store] = await Promise.all([
      startBroker({ dataFolder: join(folder, 'broker'), port: 0 }),
      startStore({ dataFolder: join(folder, 'store'), port: 0 }),
    ]);
    place = newPlace({ brokers: broker.brokers, mongoUrl: freshDatabase(store.url) });
    indicators = await start(startService('indicators', place));
    intake = await start(startService('intake', place));
    query = await start(startService('query', place));
    pages = await start(startPages(query.url));
  }, 120_000);
  afterAll(async () => {
    await killAll(...everyone);
    await Promise.all([broker.kill(), store.kill()]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('at the doors for events: whether they are good, refused or unreadable', async () => {
    const good = [event(), event({ data: { outcome: 'abandoned', waitSeconds: 9 } }), event()];
    expect((await post(intake.url, `[${good.join(',')}]`, batch)).status).toBe(202);
    const conflicting = good[0]?.replace('"waitSeconds":1', '"waitSeconds":2') ?? '';
    expect((await post(intake.url, conflicting)).status).toBe(202);
    for (const text of [...notGood, oddlyNamed]) {
      expect((await post(intake.url, text)).status).toBe(400);
      expect([202, 400]).toContain((await post(intake.url, `[${event()},${text}]`, batch)).status);
      expect((await post(intake.url, text, 'text/plain')).status).toBe(415);
    }
    const large = await post(intake.url, event({ data: { text: planted.repeat(2_000_000) } })).catch(() => null);
    expect([413, undefined]).toContain(large?.status);
    const file = join(folder, 'lines.ndjson');
    writeFileSync(file, [event(), ...notGood].join('\n'));
    const sent = await runCharter(folder, ['ingest', file, '--url', intake.url]);
    expect(sent.stderr).toMatch(/^line \d+: /m);
    printed.push(sent.stdout, sent.stderr);
  }, 120_000);

  it('in addresses, headers and tokens, at every door', async () => {
    const asked = [intake, query, pages].flatMap(({ url }) =>
      [
        `/${planted}`,
        `/v1/cases/${planted}`,
        `/v1/events?subject=${planted}`,
        `/v1/observations?measure=${planted}`,
        `/v1/observations?measure=calls-answered&filter[${planted}]=${planted}&from=${planted}`,
        `/v1/observations/stream?measure=${planted}`,
        `/v1/explain?measure=calls-answered&subject=${planted}`,
        `/measures/${planted}?benefit=${planted}`,
        `/%${planted}`,
      ].map((path) => new URL(path, url)),
    );
    for (const url of asked) {
      for (const token of ['demo-staff', planted, `${planted}.${planted}.${planted}`]) {
        const response = await fetch(url, {
          headers: { authorization: `Bearer ${token}`, 'last-event-id': planted, cookie: `role=${planted}` },
          signal: AbortSignal.timeout(10_000),
        });
        await response.body?.cancel();
        expect(response.status).not.toBe(500);
      }
    }
    expect(await post(intake.url, event()).then((answer) => answer.status)).toBe(202);
  }, 120_000);

  it('straight on the log: in quarantine, every one with its reason', async () => {
    const log = await openKafka(kafkaSettings({ ...place, ssl: false, sasl: '', clientId: 'test' }), null);
    await log.append([...notGood, oddlyNamed].map((value, index) => ({ key: `${planted}-${index}`, value })));
    await log.append([{ key: `${planted}-other`, value: event() }]);
    await log.close();
    await resting(query.url);
    expect((await statusOf(query.url))?.events.quarantined).toBeGreaterThanOrEqual(notGood.length + 1);
  }, 60_000);

  it('while log and store are away', async () => {
    await store.stop();
    await post(intake.url, `[${Array.from({ length: 50 }, () => event()).join(',')}]`, batch);
    await pause(6_000);
    await store.restart();
    await broker.kill();
    expect((await post(intake.url, event())).status).toBe(503);
    await broker.restart();
    await resting(query.url);
  }, 120_000);

  it('where the store refuses a case and names it, and the process ends', async () => {
    await indicators.stop();
    const broken = await start(
      startServiceAgain('indicators', place, { nodeOptions: ['--import', './libs/store/names-the-case.testkit.ts'] }),
    );
    expect((await post(intake.url, `[${Array.from({ length: 20 }, () => event()).join(',')}]`, batch)).status).toBe(
      202,
    );
    expect(await broken.ended()).toBe(1);
    expect(broken.told()).toContain('Counting has stopped');
  }, 120_000);

  it('are found nowhere in what the processes have printed', () => {
    printed.push(...everyone.map((one) => one.told()));
    const lines = printed.flatMap((text) => text.split('\n'));
    expect(lines.filter((line) => line.includes(planted))).toEqual([]);
    console.log(
      `${number} events with planted texts: none of them in ${lines.length} lines that ${printed.length} programs printed`,
    );
  });
});

/** Waits until all that is on the log has been counted. */
async function resting(queryUrl: string): Promise<void> {
  const late = performance.now() + 60_000;
  for (let status = await statusOf(queryUrl); status?.events.inFlight !== 0; status = await statusOf(queryUrl)) {
    if (performance.now() > late) throw new Error(`not counted in time: ${JSON.stringify(status)}`);
    await pause(200);
  }
}
