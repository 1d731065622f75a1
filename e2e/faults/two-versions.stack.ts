import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { openMongoStore } from '../../libs/store/mongo.store.js';
import type { RunningSystem } from '../doors/running-system.testkit.js';
import { registerRules } from '../recount/sample.testkit.js';
import { killAll, newPlace, startService, type Place } from '../stack/distributed-system.testkit.js';
import { expectCountedOnce, PositionsWatch, tell } from './counted-once.testkit.js';
import { linesOf } from './load.testkit.js';
import { OtherBuild } from './other-build.testkit.js';
import { Readers } from './readers.testkit.js';
import { Sender } from './sender.testkit.js';

/** A Thursday on which, as the newer version has it, nobody works. */
const holiday = '2025-07-17';
const lines = linesOf({ scale: 0.0012, seed: 12 });

describe('a version with another calendar over what an older one has counted (fault 12b)', () => {
  const newer = OtherBuild.withHoliday(holiday);
  const newerRules = { ...registerRules(), holidays: [...registerRules().holidays, holiday].sort() };
  const other = OtherBuild.withFoldVersion(99);
  const started: RunningSystem[] = [];
  const start = async (...args: Parameters<typeof startService>): Promise<RunningSystem> => {
    const one = await startService(...args);
    started.push(one);
    return one;
  };
  let place: Place;
  let intake: RunningSystem;
  let old: RunningSystem;
  let query: RunningSystem;
  const sender = new Sender(() => intake.url, 20);

  beforeAll(async () => {
    place = newPlace();
    old = await start('indicators', place);
    [intake, query] = await Promise.all([start('intake', place), start('query', place)]);
    await sender.send(lines.slice(0, 1_500));
  }, 120_000);
  afterAll(async () => {
    await killAll(...started);
    newer.remove();
    other.remove();
  });

  it('both at once under load: a generation of its own for each, readers are moved once and never wait', async () => {
    await expectCountedOnce(query.url, { accepted: sender.accepted });
    const pointer = new PointerWatch(place);
    const watch = new PositionsWatch(() => query.url);
    const readers = new Readers(query.url);
    const load = sender.send(lines.slice(1_500, 3_500), 100);
    await pause(1_000);
    const build = newer.folder;
    await Promise.all([start('indicators', place, { build }), start('indicators', place)]);
    await load;
    const [older] = await generationsAt(place);
    await untilInUse(place, older?.id, false);
    const newerQuery = await start('query', place, { build });
    const events = await expectCountedOnce(newerQuery.url, { accepted: sender.accepted, rules: newerRules });
    const asked = await readers.end();
    await watch.end();
    const seen = await pointer.end();
    expect(seen).toHaveLength(2);
    expect((await generationsAt(place)).map(({ id }) => id)).toEqual(seen);
    expect(await fingerprintsAt(place)).toHaveLength(2);
    tell(`two versions at once, ${asked} questions answered, readers moved ${seen.join(' → ')}`, events);
  }, 300_000);

  it('the newer one stopped and the older started again: its own figures go on, and hold nothing of the newer', async () => {
    await killAll(...started.splice(0).filter((one) => one !== intake));
    started.push(intake);
    const load = sender.send(lines.slice(3_500, 4_200), 200);
    old = await start('indicators', place);
    query = await start('query', place);
    await load;
    const [first, second] = await generationsAt(place);
    await untilInUse(place, first?.id);
    tell('back to the older version', await expectCountedOnce(query.url, { accepted: sender.accepted }));
    expect((await generationsAt(place)).map(({ id }) => id)).toEqual([first?.id, second?.id]);
  }, 300_000);

  it('a version whose fold is another, in place of the old: counted anew beside it, and equal where the rules are', async () => {
    const before = await generationsAt(place);
    expect(await old.stop()).toBe(0);
    await start('indicators', place, { build: other.folder });
    await sender.send(lines.slice(4_200));
    await expect(untilInUse(place, before[0]?.id, false)).resolves.toBeUndefined();
    const events = await expectCountedOnce(query.url, { accepted: sender.accepted });
    expect(await fingerprintsAt(place)).toHaveLength(3);
    tell('another fold over old state', events);
  }, 300_000);
});

/** Every generation that readers have been pointed to, in order. */
class PointerWatch {
  readonly #seen: string[] = [];
  #watching = true;
  readonly #ended: Promise<void>;

  constructor(place: Place) {
    this.#ended = this.#watch(place);
  }

  async end(): Promise<readonly string[]> {
    this.#watching = false;
    await this.#ended;
    return this.#seen;
  }

  async #watch({ mongoUrl }: Place): Promise<void> {
    const store = await openMongoStore(mongoUrl, { readOnly: true });
    while (this.#watching) {
      const inUse = await store.currentGeneration();
      if (inUse !== null && inUse !== this.#seen.at(-1)) this.#seen.push(inUse);
      await pause(50);
    }
    await store.close();
  }
}

async function generationsAt({
  mongoUrl,
}: Place): Promise<readonly { readonly id: string; readonly fingerprint: string }[]> {
  const store = await openMongoStore(mongoUrl, { readOnly: true });
  try {
    return await store.generations();
  } finally {
    await store.close();
  }
}

async function fingerprintsAt(place: Place): Promise<readonly string[]> {
  return [...new Set((await generationsAt(place)).map(({ fingerprint }) => fingerprint))];
}

/** Waits until readers use a generation; or, `wanted` being false, any other. */
async function untilInUse({ mongoUrl }: Place, id: string | undefined, wanted = true): Promise<void> {
  const store = await openMongoStore(mongoUrl, { readOnly: true });
  try {
    while (((await store.currentGeneration()) === id) !== wanted) await pause(100);
  } finally {
    await store.close();
  }
}
