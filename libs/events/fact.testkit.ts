import fc from 'fast-check';
import { formatDay } from '../calendars/local-date.calendar.js';
import type { RecordedFact } from './case.codec.js';
import type { CharterEvent } from './envelope.parser.js';
import { parseEvent } from './envelope.parser.js';
import type { Fact } from './fact-catalogue.fact.js';
import { factSchemas } from './fact-catalogue.fact.js';
import type { FactName } from './fact-name.fact.js';
import { FACT_NAMES, putsRight, typeOfFact } from './fact-name.fact.js';
import type { FactSchema, FormatName, MemberSchema } from './fact-schema.schema.js';

/** Generated facts for property tests: all synthetic, all valid by the contract. */

/** Every property runs on the same examples each time; fast-check prints the seed where one fails. */
export const seeded = { seed: 20_260_401, numRuns: 100 } as const;

/** The moment at which generated events are judged, in milliseconds. */
export const JUDGED_AT = Date.UTC(2026, 10, 21, 22);

/** A valid structured CloudEvent, to be changed. */
export const exampleEvent = {
  specversion: '1.0',
  id: 'e-1',
  source: 'urn:example:feed',
  type: 'charter.application.received.v1',
  time: '2025-05-06T10:00:00Z',
  subject: 'case-000123',
  data: { benefit: 'ADP', channel: 'online' },
};

const refs = fc.constantFrom('a', 'ev-0', 'pay.1', 'R_2', 'x'.repeat(64));
const texts = fc.oneof(fc.string({ maxLength: 20 }), fc.string({ unit: 'binary', maxLength: 20 }));
const sources = fc.constantFrom('urn:example:feed', 'https://cases.example.scot/a', '/relative/feed', 'urn:x?%41#b');
const ids = fc.oneof(
  fc.constantFrom('1', 'e-1', 'Z', 'ﬁ', '𝒜'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
);

/** RFC 3339 texts from 2018 to the moment of judgement, in several precisions and offsets. */
export const timeTexts = fc
  .tuple(
    fc.integer({ min: Date.UTC(2018, 0, 2), max: JUDGED_AT - 86_400_000 }),
    fc.constantFrom('Z', '+01:00', '-08:00', '+05:45'),
    fc.constantFrom('', '.5', '.123', '.1234567', '.000'),
  )
  .map(([at, offset, fraction]) => `${new Date(at).toISOString().slice(0, 19)}${fraction}${offset}`);

const textsByFormat: Readonly<Record<FormatName, fc.Arbitrary<string>>> = {
  date: fc.integer({ min: 17_600, max: 47_400 }).map(formatDay),
  'date-time': timeTexts,
  year: fc.constantFrom('2018-19', '2025-26', '2099-00'),
  'uri-reference': sources,
  'https-url': fc.constantFrom('https://example.scot/', 'https://example.scot/a?b=c#d'),
};

function membersOf(schema: MemberSchema): fc.Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.format !== undefined) return textsByFormat[schema.format];
  if (schema.pattern !== undefined) return refs.filter((text) => new RegExp(schema.pattern ?? '').test(text));
  switch (schema.type) {
    case 'string':
      return texts.filter((text) => text.length >= (schema.minLength ?? 0));
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1_000 });
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0);
    case 'boolean':
      return fc.boolean();
    default:
      return answersOf(schema);
  }
}

/** An object of coded answers, or for a correction any object at all. */
function answersOf({ patternProperties }: MemberSchema): fc.Arbitrary<unknown> {
  const [answer] = Object.values(patternProperties ?? {});
  if (answer === undefined)
    return fc.constantFrom({}, { ref: 'a' }, { benefit: 'ADP', channel: 'online' }, { x: [null] });
  return fc.dictionary(fc.constantFrom('s1-m01', 's1-m02', 's2-m39'), membersOf(answer), { noNullPrototype: true });
}

/** Data that fit a fact: all members that are required, any of the others. */
export function dataFor(name: FactName): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const schema: FactSchema = factSchemas[name];
  const members = Object.fromEntries(
    Object.entries(schema.properties).map(([member, rule]) => [member, membersOf(rule)]),
  );
  const record = fc.record(members, { requiredKeys: [...(schema.required ?? [])], noNullPrototype: true });
  const { anyOf } = schema;
  if (anyOf === undefined) return record;
  return record.filter((data) => anyOf.some(({ required }) => required.every((member) => member in data)));
}

function rawEventsOf(name: FactName): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  return fc.record({
    specversion: fc.constant('1.0'),
    id: ids,
    source: sources,
    type: fc.constant(typeOfFact(name)),
    time: timeTexts,
    subject: fc.constantFrom('case-1', 'S3-M58.2025-26'),
    data: dataFor(name),
  });
}

/** Valid events of any name as structured CloudEvents; `recordedtime` is left out. */
export const rawEvents = fc.oneof(...FACT_NAMES.map(rawEventsOf));

/** Valid events, parsed. */
export const events = rawEvents.map(eventFrom);

const puttingRight = fc.oneof(...FACT_NAMES.filter(putsRight).map(rawEventsOf)).map(eventFrom);

/** The event that a valid structured CloudEvent stands for. */
export function eventFrom(raw: Readonly<Record<string, unknown>>): CharterEvent {
  const checked = parseEvent(JSON.stringify(raw), { now: JUDGED_AT, mayRecord: true });
  if (checked.ok) return checked.event;
  throw new Error(`this is no valid event: ${checked.refusal.code} at ${checked.refusal.path}`);
}

/** A fact as a case keeps it: none of what only the wire needs. */
export function recorded(fact: Fact, recordDay: number, offset: number): RecordedFact {
  const { source, id, at, finer } = fact;
  return { name: fact.name, data: fact.data, source, id, at, finer, recordDay, offset } as RecordedFact;
}

/** The facts of one subject, each identity once; about half of the events correct or withdraw another. */
export const cases: fc.Arbitrary<readonly RecordedFact[]> = fc
  .tuple(
    fc.array(fc.oneof(events, puttingRight), { maxLength: 12 }),
    fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
  )
  .map(([facts, picks]) => {
    const aimed = facts.map((fact, index) => aimedAt(fact, facts[(picks[index] ?? 0) % facts.length] ?? fact));
    const each = new Map(aimed.map((fact) => [`${fact.source} ${fact.id}`, fact]));
    return [...each.values()].map((fact, index) => recorded(fact, 20_000 + index, index * 1_000));
  });

/** A correction or withdrawal of the given target; other facts as they are. */
function aimedAt(fact: CharterEvent, { source, id }: Fact): CharterEvent {
  return putsRight(fact.name) ? ({ ...fact, data: { ...fact.data, source, id } } as CharterEvent) : fact;
}
