import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { registerRules } from '../recount/sample.testkit.js';
import type { RunningSystem } from '../doors/running-system.testkit.js';
import { killAll, newPlace, runCharterOn, startService, type Place } from '../stack/distributed-system.testkit.js';
import { expectCountedOnce, PositionsWatch, tell } from './counted-once.testkit.js';
import { linesOf, shortOrLong } from './load.testkit.js';
import { OtherBuild } from './other-build.testkit.js';
import { Readers } from './readers.testkit.js';
import { Sender } from './sender.testkit.js';

const perSecond = 500;
/** A Tuesday on which, as the other version has it, nobody works. */
const holiday = '2025-09-23';
/** However long a rebuild takes, there is something to send: when all have been sent they are sent again. */
const lines = linesOf({ scale: shortOrLong(0.003, 0.01), seed: 17, faults: false });
/** Counted before a rebuild begins, so that it has something to do. */
const before = 3_000;

describe(`rebuild while ${perSecond} events a second come in (fault 17)`, () => {
  const other = OtherBuild.withHoliday(holiday);
  const rules = { ...registerRules(), holidays: [...registerRules().holidays, holiday].sort() };
  const started: RunningSystem[] = [];
  let place: Place;
  let intake: RunningSystem;
  let query: RunningSystem;
  const sender = new Sender(() => intake.url, 50);
  let sent = 0;

  beforeAll(async () => {
    place = newPlace();
    started.push(await startService('indicators', place), await startService('indicators', place));
    [intake, query] = await Promise.all([startService('intake', place), startService('query', place)]);
    started.push(intake, query);
    await sender.send(next(before));
    await expectCountedOnce(query.url, { accepted: accepted() });
  }, 180_000);
  afterAll(async () => {
    await killAll(...started);
    other.remove();
  });

  /** Events come in and readers ask for as long as the work takes; answers what is to be said of it. */
  async function underLoad(work: () => Promise<void>): Promise<string> {
    const watch = new PositionsWatch(() => query.url);
    const readers = new Readers(query.url);
    const loading = { on: true };
    const begun = performance.now();
    let count = 0;
    const load = (async (): Promise<void> => {
      while (loading.on) {
        await sender.send(next(perSecond), perSecond);
        count += perSecond;
        await pause(Math.max(0, begun + (count / perSecond) * 1_000 - performance.now()));
      }
    })();
    await work();
    loading.on = false;
    await load;
    const rate = (count * 1_000) / (performance.now() - begun);
    const asked = await readers.end();
    await watch.end();
    expect({ resent: sender.resent, refused: sender.refused }).toEqual({ resent: 0, refused: 0 });
    return `${count} events at ${Math.round(rate)} a second and ${asked} questions meanwhile, none failed`;
  }

  /** The next lines to send, from the beginning again after the last. */
  function next(wanted: number): readonly string[] {
    const found = Array.from({ length: wanted }, (_, index) => lines[(sent + index) % lines.length] ?? '');
    sent += wanted;
    return found;
  }

  /** Every line once, as soon as it was accepted: what all the others change nothing of. */
  const accepted = (): readonly string[] => [...new Set(sender.accepted)];

  it('by the same version: equal to the last sum, readers are moved, and no request fails', async () => {
    let told = '';
    const load = await underLoad(async () => {
      const { code, stdout, stderr } = await runCharterOn(place, ['rebuild']);
      expect({ code, stderr }).toMatchObject({ code: 0 });
      expect(stdout).toMatch(/^Equal: \d+ events, every sum the same\.$/m);
      expect(stdout).toMatch(/^Readers use [0-9a-f]{12}-2 now\./m);
      told = stdout.split('\n')[0] ?? '';
    });
    tell(`rebuild, ${told} ${load}`, await expectCountedOnce(query.url, { accepted: accepted() }));
  }, 300_000);

  it('by a version with another calendar: differences are listed, and it switches only where they are accepted', async () => {
    let differences = 0;
    const load = await underLoad(async () => {
      const judged = await runCharterOn(place, ['rebuild'], { build: other.folder });
      expect({ code: judged.code, stderr: judged.stderr }).toMatchObject({ code: 1 });
      expect(judged.stdout).toContain('Not switched. To switch: --accept');
      const listed = judged.stdout.split('\n');
      differences = listed.filter((line) => /^[a-z.-]+,\d{4}(-\d{2})?,/.test(line)).length;
      expect(listed).toContain('measure,month,benefit,in use,new');
      expect(differences).toBeGreaterThan(0);
    });
    const events = await expectCountedOnce(query.url, { accepted: accepted() });
    tell(`rebuild with a holiday more, ${differences} figures listed as different, not switched; ${load}`, events);

    let shown = query;
    const switched = await underLoad(async () => {
      const { code, stdout } = await runCharterOn(place, ['rebuild', '--accept'], { build: other.folder });
      expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Readers use /m) as unknown });
      const build = other.folder;
      started.push(await startService('indicators', place, { build }));
      shown = await startService('query', place, { build });
      started.push(shown);
    });
    tell(
      `accepted; ${switched}`,
      await expectCountedOnce(shown.url, { accepted: accepted(), rules, patience: 120_000 }),
    );
  }, 600_000);
});
