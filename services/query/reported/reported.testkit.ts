import { parseInstant } from '../../../libs/calendars/instant.calendar.js';
import { localDay } from '../../../libs/calendars/local-date.calendar.js';
import type { RecordedFact } from '../../../libs/events/case.codec.js';
import type { FactData } from '../../../libs/events/fact-catalogue.fact.js';
import { partitionOf } from '../../../libs/log/partitioner.rule.js';
import { subjectOf } from '../../../libs/measures/reported/reported-standing.measure.js';
import type { QueryDoor } from '../query.testkit.js';

const SOURCE = 'urn:example:reporting';

/** What is reported in tests is of this year unless they say otherwise. */
export const YEAR = '2025-26';

interface When {
  readonly time?: string;
  readonly id?: string;
}

/** A figure reported of a framework measure, recorded when it was reported; made up. */
export function figureReported(
  measure: string,
  value: number,
  { time = '2026-05-04T10:00:00Z', id = 'f1', ...data }: Partial<FactData['figure.reported']> & When = {},
): RecordedFact {
  const told = { measure, year: YEAR, value, ...data };
  return { name: 'figure.reported', data: told, ...recordedAt(time, id) };
}

/** Words filed about a framework measure; made up. */
export function evidenceFiled(
  measure: string,
  title: string,
  { time = '2026-05-04T10:00:00Z', id = 'e1', ...data }: Partial<FactData['evidence.filed']> & When = {},
): RecordedFact {
  const told = { measure, year: YEAR, title, summary: `About ${title}.`, ...data };
  return { name: 'evidence.filed', data: told, ...recordedAt(time, id) };
}

function recordedAt(time: string, id: string): Omit<RecordedFact, 'name' | 'data'> {
  const instant = parseInstant(time);
  if (instant === null) throw new RangeError(`no time: ${time}`);
  return { source: SOURCE, id, ...instant, recordDay: localDay(instant.at), offset: 0 };
}

/** Puts facts about one measure and year, all that there are, into their case, and waits until they are held. */
export async function tell(door: QueryDoor, ...facts: readonly RecordedFact[]): Promise<void> {
  const [first] = facts;
  if (first?.name !== 'figure.reported' && first?.name !== 'evidence.filed')
    throw new Error('tells of nothing reported');
  const subject = subjectOf(first.data);
  const partition = partitionOf(subject, await door.log.partitionCount());
  const { end } = await door.log.bounds(partition);
  await door.append(partition, facts.length);
  const held = facts.map((fact, index) => ({ ...fact, offset: end + index }));
  await door.checkpoint(partition, { facts: { [subject]: held } });
  await door.follow();
}
