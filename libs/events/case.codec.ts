import type { Fact } from './fact-catalogue.fact.js';
import { FACT_NAMES } from './fact-name.fact.js';
import { CaseReader, CaseWriter } from './case-bytes.codec.js';
import { readValue, writeValue } from './json-value.codec.js';
import type { Day } from '../calendars/local-date.calendar.js';

/** A fact as a case keeps it. */
export type RecordedFact = Fact & {
  /** Local date of the earliest record time that is known. */
  readonly recordDay: Day;
  /** Its place in the partition's log. */
  readonly offset: number;
};

const numbersByName: ReadonlyMap<string, number> = new Map(FACT_NAMES.map((name, number) => [name, number]));

/**
 * The facts of a case as bytes, compact and exact; the first byte is the form's version. What else an object holds
 * beside a RecordedFact's members is left out. Times and record days must not lie before 1970.
 */
export function encodeFacts(facts: readonly RecordedFact[]): Uint8Array {
  const writer = new CaseWriter();
  const sources = new Map<string, number>();
  writer.count(facts.length);
  for (const fact of facts) {
    writer.byte(numbersByName.get(fact.name) ?? FACT_NAMES.length);
    writeSource(writer, fact.source, sources);
    writer.text(fact.id);
    writer.count(fact.at);
    writer.text(fact.finer);
    writer.count(fact.recordDay);
    writer.count(fact.offset);
    writeValue(writer, fact.data);
  }
  return writer.finish();
}

/**
 * The facts that `encodeFacts` was given, in the same order.
 * @throws Error for bytes of another version, or damaged ones
 */
export function decodeFacts(bytes: Uint8Array): RecordedFact[] {
  const reader = new CaseReader(bytes);
  const sources: string[] = [];
  const facts: RecordedFact[] = [];
  for (let left = reader.count(); left > 0; left -= 1) {
    const name = FACT_NAMES[reader.byte()];
    const source = readSource(reader, sources);
    const id = reader.text();
    const at = reader.count();
    const finer = reader.text();
    const recordDay = reader.count();
    const offset = reader.count();
    const data = readValue(reader);
    // Only facts are written, so that these data are those of a fact of this name.
    facts.push({ name, data, source, id, at, finer, recordDay, offset } as RecordedFact);
  }
  reader.finish();
  return facts;
}

/** By number; a new source has the next one and is spelt out. */
function writeSource(writer: CaseWriter, source: string, sources: Map<string, number>): void {
  const known = sources.get(source);
  writer.count(known ?? sources.size);
  if (known !== undefined) return;
  sources.set(source, sources.size);
  writer.text(source);
}

function readSource(reader: CaseReader, sources: string[]): string {
  const number = reader.count();
  if (number === sources.length) sources.push(reader.text());
  return sources[number] ?? '';
}
