import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordedThrough } from '../../../libs/synthetic/plan.testkit.js';
import type { SyntheticEvent } from '../../../libs/synthetic/synthetic-event.fact.js';
import { holdsDemo, readDemo, writeDemo } from './demo-record.store.js';
import { DemoFolder, tinyPlans, type Ending } from './demo.testkit.js';

const SEED = 20_261_123;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const plans = tinyPlans(7);
const HISTORY_FROM = '2026-05-11';
const START = Date.parse('2026-05-20T08:00:00Z');
/** Beyond every run of these tests. */
const LAST_DAY = '2026-06-10';
const history = recordedThrough(plans.history, HISTORY_FROM, LAST_DAY);
const live = recordedThrough(plans.live, '2026-05-20', LAST_DAY);

const folders: DemoFolder[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

/** An empty folder: a demo that begins there has two years to tell. */
function emptyFolder(): DemoFolder {
  const folder = new DemoFolder();
  folders.push(folder);
  return folder;
}

/** A folder whose demo has a few days to tell, so that it is quickly told. */
function newFolder(): DemoFolder {
  const folder = emptyFolder();
  writeDemo(folder.path, { version: 1, seed: 7, from: HISTORY_FROM, sentThrough: 0, sessions: [] });
  return folder;
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly ending: Ending | null;
}

/** Runs one after another, the first of them at the start; the last is left in peace. */
const anyRuns: fc.Arbitrary<readonly Run[]> = fc
  .array(
    fc.record({
      pause: fc.integer({ min: 1, max: 30 * HOUR }),
      length: fc.integer({ min: 0, max: 20 * HOUR }),
      ending: fc.option(
        fc.record({
          how: fc.constantFrom('stopped' as const, 'killed' as const),
          append: fc.integer({ min: 1, max: 3 }),
          share: fc.constantFrom(0, 0.5, 1),
        }),
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((given) => {
    const runs: Run[] = [];
    for (const { pause, length, ending } of given) {
      const before = runs.at(-1);
      const from = before === undefined ? START : before.to + pause;
      runs.push({ from, to: from + length, ending: runs.length === given.length - 1 ? null : ending });
    }
    return runs;
  });

async function afterRuns(runs: readonly Run[]): Promise<DemoFolder> {
  const folder = newFolder();
  for (const { from, to, ending } of runs) {
    const failure = await folder.run(from, to, ending);
    if (ending?.how !== 'killed') expect(failure).toBeNull();
  }
  return folder;
}

const keyOf = ({ event }: Pick<SyntheticEvent, 'event'>): string => `${event.source} ${event.id}`;
const journeyOf = ({ event }: Pick<SyntheticEvent, 'event'>): string => event.id.slice(0, event.id.lastIndexOf('-'));
const isLive = ({ event }: Pick<SyntheticEvent, 'event'>): boolean => event.id.startsWith('L-');
const sorted = (events: readonly Pick<SyntheticEvent, 'event'>[]): readonly string[] =>
  [...new Set(events.map(keyOf))].toSorted();

/** The law for all runs, whatever ended them. */
function holds(folder: DemoFolder, runs: readonly Run[]): void {
  const end = runs.at(-1)?.to ?? START;
  const { sent } = folder;
  expect(sent.filter(({ recordedAt, at }) => recordedAt > at)).toEqual([]);

  const recorded = (events: readonly SyntheticEvent[]): readonly SyntheticEvent[] =>
    events.filter(({ recordedAt }) => recordedAt <= end);
  expect(sorted(sent.filter((each) => !isLive(each)))).toEqual(sorted(recorded(history)));

  const begun = new Set(sent.filter(isLive).map(journeyOf));
  const told = live.filter((each) => begun.has(journeyOf(each)));
  expect(sorted(sent.filter(isLive))).toEqual(sorted(recorded(told)));
  const ran = ({ startedAt }: SyntheticEvent): boolean =>
    runs.some(({ from, to }) => from <= startedAt && startedAt <= to);
  expect(told.filter((each) => !ran(each))).toEqual([]);

  if (runs.every(({ ending }) => ending === null)) {
    expect(sorted(sent.filter(isLive))).toEqual(sorted(recorded(live).filter(ran)));
  }
  if (runs.every(({ ending }) => ending?.how !== 'killed')) {
    expect(sent.every(({ recordedAt }, index) => recordedAt >= (sent[index - 1]?.recordedAt ?? 0))).toBe(true);
  }
}

describe('a demo that is stopped or killed at any moment and begun again', () => {
  it('tells the whole history and all that follows from what began while it ran, in order and never too early', async () => {
    await fc.assert(
      fc.asyncProperty(anyRuns, async (runs) => holds(await afterRuns(runs), runs)),
      { seed: SEED, numRuns: 6 },
    );
  }, 30_000);

  it.each([
    ['of which nothing reached the log', 0],
    ['of which half reached the log', 0.5],
    ['all of which reached the log', 1],
  ])('goes on with what it began in a batch %s', async (_story, share) => {
    const end = START + 3 * DAY + HOUR;
    const runs = [
      { from: START, to: START + 10 * HOUR, ending: { how: 'killed' as const, append: 2, share } },
      { from: START + 3 * DAY, to: end, ending: null },
    ];
    const folder = await afterRuns(runs);
    holds(folder, runs);
    const began = live.filter(
      ({ startedAt, recordedAt }) => START <= startedAt && startedAt <= START + HOUR && recordedAt <= end,
    );
    expect(began.length).toBeGreaterThan(5);
    const sent = new Set(folder.sent.map(keyOf));
    expect(began.filter((each) => !sent.has(keyOf(each)))).toEqual([]);
  });

  it('sends what is of the last moment again, for some of it may not have been sent', async () => {
    const last = history[500];
    if (last === undefined) throw new Error('the history is too short');
    const folder = newFolder();
    const sentThrough = last.recordedAt;
    writeDemo(folder.path, { version: 1, seed: 7, from: HISTORY_FROM, sentThrough, sessions: [] });
    await folder.run(START, START);
    expect(folder.sent[0]?.recordedAt).toBe(sentThrough);
    expect(folder.sent.map(keyOf)).toContain(keyOf(last));
  });

  it('sends no more than the last moment twice where it was stopped in peace', async () => {
    const runs = [0, 1, 2].map((day) => ({ from: START + day * DAY, to: START + day * DAY + 8 * HOUR, ending: null }));
    const { sent } = await afterRuns(runs);
    expect(sent.length - new Set(sent.map(keyOf)).size).toBeLessThanOrEqual(2 * 3);
  });
});

describe('a demo on a folder', () => {
  it('begins anew where nothing is, with two years to tell', async () => {
    const folder = emptyFolder();
    expect(await folder.demoAt(START)).not.toBeNull();
    expect(readDemo(folder.path)).toMatchObject({ version: 1, from: '2024-05-19', sentThrough: 0, sessions: [] });
  });

  it('that has told its history tells of no more progress, having told of ever more', async () => {
    const folder = newFolder();
    const more = (seed: number): ReturnType<typeof tinyPlans> => {
      const { history: always, live: besides } = tinyPlans(seed);
      return { history: { ...always, scale: 0.08 }, live: besides };
    };
    await folder.run(START, START, { how: 'stopped', append: 2, share: 1 }, more);
    expect(folder.progress.map((each) => each?.sent)).toEqual([undefined, 1_000]);
    await folder.run(START, START, null, more);
    const [begunAgain, ...later] = folder.progress;
    expect(begunAgain).toBeNull();
    expect(later.length).toBeGreaterThan(1);
    for (const [index, each] of later.entries()) {
      // The last event of the run before was passed over or sent again: either way it is one of the 2,000.
      expect(each?.sent).toBeGreaterThanOrEqual(2_990 + index * 1_000);
      expect(each?.sent).toBeLessThanOrEqual(each?.of ?? 0);
    }
    expect((await folder.demoAt(START, more))?.progress()).toBeNull();
  });

  it('is not where the log holds something else', async () => {
    const folder = emptyFolder();
    await folder.log.append([{ key: 'CASE-0001', value: '{}' }]);
    expect(await folder.demoAt(START)).toBeNull();
    expect(holdsDemo(folder.path)).toBe(false);
  });

  it.each([
    ['an empty log', 0],
    ['a log that holds its events', 1],
  ])('of another version is left alone beside %s', async (_story, records) => {
    const folder = emptyFolder();
    const path = join(folder.path, 'demo.json');
    const later = '{"version": 2, "what": "only a later program knows"}';
    writeFileSync(path, later);
    await folder.log.append(Array.from({ length: records }, () => ({ key: 'CASE-0001', value: '{}' })));
    expect(await folder.demoAt(START)).toBeNull();
    expect(readFileSync(path, 'utf8')).toBe(later);
  });
});

describe('a demo that is told to stop', () => {
  const LONG = 500;

  it('stops at once where it was never started', async () => {
    await expect((await newFolder().demoAt(START))?.stop()).resolves.toBeUndefined();
  });

  it('stops at once while it waits for what is not due yet', async () => {
    const folder = newFolder();
    const began = Date.now();
    await folder.run(START, START);
    expect(Date.now() - began).toBeLessThan(LONG);
  });

  it('stops at once while it passes over two years', async () => {
    const folder = emptyFolder();
    writeDemo(folder.path, { version: 1, seed: 7, from: '2024-05-20', sentThrough: START, sessions: [] });
    const demo = await folder.demoAt(START);
    const failures: unknown[] = [];
    demo?.start((error) => failures.push(error));
    const began = Date.now();
    await demo?.stop();
    expect(Date.now() - began).toBeLessThan(LONG);
    expect({ failures, sent: folder.sent }).toEqual({ failures: [], sent: [] });
  });
});
