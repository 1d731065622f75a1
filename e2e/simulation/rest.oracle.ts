import { decodeFacts, type RecordedFact } from '../../libs/events/case.codec.js';
import { decodeRows } from '../../libs/measures/rows/rows.codec.js';
import type { Generation, SegmentHeader } from '../../libs/store/engine-store.port.js';
import { feedsTogether, type Feeds } from '../../libs/store/feeds.rule.js';
import { feedsOf, inOrder } from './feeds.oracle.js';
import type { NaiveRows } from './naive-rows.oracle.js';
import type { Reader } from './reader.simulation.js';
import type { Version } from './version.simulation.js';
import type { World } from './world.simulation.js';

/** What must be so once nothing goes wrong and nothing is left to do. */
export async function checkAtRest(
  world: World,
  naive: (generation: string) => NaiveRows | null,
  inUse: Version,
): Promise<void> {
  const current = await world.store.reading.currentGeneration();
  if (!inUse.fingerprint.startsWith(current?.slice(0, 12) ?? '-'))
    world.watch.differ(`at rest, readers use ${current ?? 'nothing'}`);
  for (const generation of await world.store.reading.generations()) {
    const rows = naive(generation.id);
    if (rows === null) continue;
    for (let partition = 0; partition < world.plan.partitions; partition += 1) {
      await checkFigures(world, generation, partition, rows);
      if (generation.id === current) await checkEnd(world, generation.id, partition);
    }
  }
  await checkQuarantine(world);
}

/** A reader that has looked since shows all of the log. */
export function checkReader({ watch, ledger }: World, { process, figures }: Reader): void {
  for (let partition = 0; partition < ledger.partitionCount; partition += 1) {
    const { last = null, feeds = {} } = figures?.partitions[partition] ?? {};
    const through = ledger.end(partition) - 1;
    const name = `at rest, ${process.name} at ${partition}:${last?.through ?? -1}`;
    if ((last?.through ?? -1) !== through) watch.differ(`${name}: the log ends with ${through}`);
    if (inOrder(feeds) !== inOrder(feedsOf(ledger, partition, 0, through))) watch.differ(`${name}: feeds differ`);
  }
}

/** Segments follow one another, and their rows are those of the naive way, for the log as far as they go. */
async function checkFigures(world: World, { id }: Generation, partition: number, naive: NaiveRows): Promise<void> {
  const { store, watch, ledger } = world;
  const name = `at rest, ${id}/${partition}`;
  const segments = await store.reading.segmentsFrom(id, partition, 0);
  const newest = await store.reading.lastSegment(id, partition);
  const last = segments.at(-1);
  if (last?.last !== newest?.last) watch.differ(`${name}: segments end with #${last?.last ?? -1}, not with the newest`);
  const gap = segments.findIndex((segment, index) => !follows(segments[index - 1], segment));
  if (gap >= 0) watch.differ(`${name}: segment #${segments[gap]?.first ?? 0} does not follow the one before`);
  const through = last?.through ?? -1;
  const wrong = naive.differing(partition, through, (into) => {
    for (const segment of segments) into.addRows(decodeRows(segment.rows));
  });
  if (wrong > 0) watch.differ(`${name}: ${wrong} rows up to ${through} differ from the naive way`);
  const feeds = segments.reduce<Feeds>((seen, segment) => feedsTogether(seen, segment.feeds), {});
  if (inOrder(feeds) !== inOrder(feedsOf(ledger, partition, 0, through))) watch.differ(`${name}: feeds differ`);
}

function follows(before: SegmentHeader | undefined, segment: SegmentHeader): boolean {
  return segment.first === (before?.last ?? -1) + 1 && segment.from === (before?.through ?? -1) + 1;
}

/** Everything on the log has been counted and saved, and the cases hold what was told. */
async function checkEnd(world: World, generation: string, partition: number): Promise<void> {
  const { store, watch, ledger } = world;
  const name = `at rest, ${generation}/${partition}`;
  const end = ledger.end(partition);
  const through = (await store.reading.lastSegment(generation, partition))?.through ?? -1;
  const position = await store.reading.position(generation, partition);
  if (through !== end - 1) watch.differ(`${name}: counted to ${through}, the log ends at ${end}`);
  if (position !== end) watch.differ(`${name}: position ${position}, the log ends at ${end}`);
  const subjects = [...ledger.subjects(partition)];
  const stored = await store.reading.readCases(generation, partition, subjects);
  const held = new Map(stored.map(({ subject, facts }) => [subject, inAnyOrder(decodeFacts(facts))]));
  for (const subject of subjects) {
    const told = inAnyOrder(ledger.facts(subject, ledger.tellingCount(subject, end)));
    if (held.get(subject) !== told) {
      watch.differ(`${name}: case ${subject} holds ${held.get(subject) ?? 'nothing'}, was told ${told}`);
    }
  }
}

function inAnyOrder(facts: readonly RecordedFact[]): string {
  return facts
    .map((fact) =>
      JSON.stringify([
        fact.offset,
        fact.name,
        fact.source,
        fact.id,
        fact.at,
        fact.finer,
        fact.recordDay,
        inOrder(fact.data),
      ]),
    )
    .sort()
    .join('\n');
}

/** What was refused is there, each once, with its reason and just as it was sent. */
async function checkQuarantine({ store, ledger, plan, watch }: World): Promise<void> {
  const kept = await store.reading.quarantine(10_000);
  const found = kept.map(({ partition, offset, code, key, value, appendedAt }) =>
    JSON.stringify([partition, offset, code, key, value, appendedAt]),
  );
  const expected = Array.from({ length: plan.partitions }, (_, partition) => ledger.entries(partition))
    .flat()
    .filter(({ verdict }) => verdict !== 'applied' && verdict !== 'duplicate')
    .map(({ partition, offset, verdict, message, appendedAt }) =>
      JSON.stringify([partition, offset, verdict, message.key, message.value, appendedAt]),
    );
  const wrong = found.find((entry, index) => entry !== expected[index]) ?? expected[found.length];
  if (wrong !== undefined)
    watch.differ(`quarantine: ${found.length} entries, not ${expected.length}: ${wrong.slice(0, 600)}`);
}
