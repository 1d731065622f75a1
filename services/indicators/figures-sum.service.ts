import type { EventLog } from '../../libs/log/event-log.port.js';
import type { Program } from '../../libs/measures/fold/program.measure.js';
import { sumOfRows } from '../../libs/measures/rows/difference-table.measure.js';
import { decodeRows } from '../../libs/measures/rows/rows.codec.js';
import type { Rows } from '../../libs/measures/rows/rows.measure.js';
import type { Counts, EngineStore, Generation } from '../../libs/store/engine-store.port.js';
import { feedsTogether, type Feeds } from '../../libs/store/feeds.rule.js';
import { MemoryStore } from '../../libs/store/memory.store.js';
import { countStretch, type Counted } from './counting.service.js';
import { Engine } from './engine.service.js';
import { onlyGeneration } from './own-generations.service.js';
import { StoreMismatch } from './standing.service.js';

/** What the log records of a partition come to, from offset 0 through `through` (-1: none). */
export interface FiguresSum {
  readonly through: number;
  readonly counts: Counts;
  readonly feeds: Feeds;
  readonly rows: Rows;
}

/** A merge beside a reading can make it end too soon; a gap is there every time. */
const READINGS = 3;

/** The sum of the segments stored. Rejects with StoreMismatch where one is missing. */
export async function storedSum(store: EngineStore, generation: string, partition: number): Promise<FiguresSum> {
  const newest = await store.lastSegment(generation, partition);
  const position = await store.position(generation, partition);
  for (let reading = 0; reading < READINGS; reading += 1) {
    const segments = await store.segmentsFrom(generation, partition, 0);
    const last = segments.at(-1);
    const through = last?.through ?? -1;
    if ((last?.last ?? -1) < (newest?.last ?? -1) || through + 1 < position) continue;
    return {
      through,
      counts: last?.counts ?? { applied: 0, duplicates: 0, quarantined: 0 },
      feeds: segments.reduce<Feeds>((feeds, segment) => feedsTogether(feeds, segment.feeds), {}),
      rows: sumOfRows(segments.map(({ rows }) => decodeRows(rows))),
    };
  }
  throw new StoreMismatch(partition);
}

/** What to count from the beginning, and with what. */
export interface Recount {
  readonly log: EventLog;
  readonly program: Program;
  readonly generation: Generation;
  readonly partition: number;
  readonly through: number;
  readonly alarm: (message: string, error: unknown) => void;
}

/** Unchanged cases kept decoded while recounting; all of the partition's are in memory as bytes anyway. */
const CACHED_CASES = 20_000;

/** The same, counted from the log alone. Nothing is stored but in memory, which has to hold the partition's cases. */
export async function recountedSum(
  { log, program, generation, partition, through, alarm }: Recount,
  counted: Counted,
): Promise<FiguresSum> {
  const store = new MemoryStore();
  await store.createGeneration(generation);
  const { id, partitionCount } = generation;
  const generations = onlyGeneration(id);
  const engine = new Engine({ log, store, program, generations, partitionCount, cachedCases: CACHED_CASES, alarm });
  const from = await engine.assigned(partition);
  await countStretch(log, engine, { partition, from, through }, counted);
  return storedSum(store, id, partition);
}
