import { expect } from '@jest/globals';
import type { NewRecord } from '../../libs/log/event-log.port.js';
import { partitionOf } from '../../libs/log/partitioner.rule.js';
import type { Events } from '../faults/counted-once.testkit.js';
import { ask } from './figures.testkit.js';
import { refusedLineNumbers, sampleLines } from './sample.testkit.js';

/** As far as it is looked at here. */
export interface Quarantined {
  readonly id: string;
  readonly code: string;
  readonly standing: string;
}

/** Of the lines that could be misplaced every so many-th is. */
const EVERY = 25;

/** The sample's events, some of which are to be put into a partition that is not theirs. */
export function dealtSample(): { readonly misplaced: readonly string[]; readonly others: readonly string[] } {
  const refused = new Set(refusedLineNumbers());
  const taken = sampleLines().filter((_, index) => !refused.has(index + 1));
  const sameName = Map.groupBy(taken, nameOf);
  const alone = taken.filter((line) => sameName.get(nameOf(line))?.length === 1);
  const misplaced = new Set(alone.filter((_, index) => index % EVERY === 0));
  return { misplaced: [...misplaced], others: taken.filter((line) => !misplaced.has(line)) };
}

/** As a producer with another partitioner would put them on the log, and after them one that is no event. */
export function misplacedRecords(lines: readonly string[], partitions: number): readonly NewRecord[] {
  const records = lines.map((value) => {
    const key = subjectOf(value);
    return { key, value, partition: (partitionOf(key, partitions) + 1) % partitions };
  });
  return [...records, { key: 'CASE-000001', value: '{', partition: 0 }];
}

/** Everything that lies in quarantine, as an admin is shown it. */
export async function quarantined(url: string): Promise<readonly Quarantined[]> {
  const entries: Quarantined[] = [];
  for (let next: string | null = ''; next !== null;) {
    const answer = await ask(url, `/v1/quarantine${next === '' ? '' : `?after=${next}`}`, 'demo-admin');
    const page = (await answer.json()) as { readonly entries: readonly Quarantined[]; readonly next: string | null };
    entries.push(...page.entries);
    ({ next } = page);
  }
  return entries;
}

/** Asks for a replay; answers the status. */
export async function replay(url: string, id: string): Promise<number> {
  const headers = { authorization: 'Bearer demo-admin' };
  return (await fetch(new URL(`/v1/quarantine/${id}/replay`, url), { method: 'POST', headers })).status;
}

/** How many events came to what; they add up, whenever one asks. */
export async function eventsAddUp(url: string): Promise<Events> {
  const { events } = (await (await ask(url, '/v1/status')).json()) as { readonly events: Events };
  const { accepted, applied, duplicates, quarantined: refused, inFlight } = events;
  expect({ ...events, accepted: applied + duplicates + refused + inFlight }).toEqual({ ...events, accepted });
  return events;
}

/** Replays each twice, finding at every step that events add up; answers how often an event was put on the log. */
export async function replayTwiceEach(url: string, ids: readonly string[]): Promise<number> {
  let appended = 0;
  for (const id of ids) {
    const [first, second] = await Promise.all([replay(url, id), replay(url, id)]);
    expect([first, second].filter((status) => status === 202 || status === 409)).toHaveLength(2);
    appended += Number(first === 202) + Number(second === 202);
    await eventsAddUp(url);
  }
  return appended;
}

function nameOf(line: string): string {
  const { source, id } = JSON.parse(line) as { readonly source: string; readonly id: string };
  return `${source} ${id}`;
}

function subjectOf(line: string): string {
  return (JSON.parse(line) as { readonly subject: string }).subject;
}
