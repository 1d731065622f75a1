import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { rawEvents } from '../../libs/events/fact.testkit.js';
import type { Asked } from './asked.testkit.js';
import { bearer, headerTexts, oddNames, oddTexts, oddValues } from './odd-values.testkit.js';

type Members = Readonly<Record<string, unknown>>;

/** So few identities that what is kept of them stops growing: most are duplicates, or contradict the first. */
const identities = fc.record({
  id: fc.nat({ max: 20 }).map((id) => `e-${id}`),
  subject: fc.nat({ max: 40 }).map((subject) => `case-0000${subject + 10}`),
});
const validEvents: fc.Arbitrary<Members> = fc
  .tuple(rawEvents, identities)
  .map(([event, identity]) => ({ ...event, ...identity }));

/** One member of an object set, put in, or left out. */
const change = (names: readonly string[]): fc.Arbitrary<(members: Members) => Members> =>
  fc.oneof(
    fc.tuple(fc.constantFrom(...names), oddValues).map(([name, value]) => having(name, value)),
    fc.tuple(oddNames, oddValues).map(([name, value]) => having(name, value)),
    fc.constantFrom(...names).map((left) => (members: Members) => {
      return Object.fromEntries(Object.entries(members).filter(([name]) => name !== left));
    }),
  );

/** Also where it is called `__proto__`. */
function having(name: string, value: unknown): (members: Members) => Members {
  return (members) =>
    Object.fromEntries([...Object.entries(members).filter(([other]) => other !== name), [name, value]]);
}

const ENVELOPE = ['specversion', 'id', 'source', 'type', 'time', 'subject', 'data', 'datacontenttype', 'recordedtime'];
const DATA = [
  'benefit',
  'channel',
  'outcome',
  'amount',
  'on',
  'due',
  'ref',
  'id',
  'source',
  'measure',
  'year',
  'value',
];

const envelopes = fc
  .tuple(validEvents, fc.array(change(ENVELOPE), { maxLength: 3 }))
  .map(([event, changes]): Members => changes.reduce((changed, apply) => apply(changed), event));
const withOddData = fc
  .tuple(validEvents, fc.array(change(DATA), { minLength: 1, maxLength: 3 }))
  .map(([event, changes]) => ({
    ...event,
    data: changes.reduce((changed, apply) => apply(changed), event['data'] as Members),
  }));

/** A text that was right, and is no longer. */
const spoilt = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(texts, fc.nat(), oddTexts).map(([text, place, odd]) => {
    const at = place % (text.length + 1);
    return `${text.slice(0, at)}${odd}${text.slice(at + (place % 3))}`;
  });
const deep = fc.constantFrom('['.repeat(10_000), '{"a":'.repeat(5_000), `{"data":${'['.repeat(60)}${']'.repeat(60)}}`);

/** A body and the content type that it is sent as. */
interface Written {
  readonly text: string;
  readonly type: string;
}

const ONE = 'application/cloudevents+json';
const BATCH = 'application/cloudevents-batch+json';

const written = (events: fc.Arbitrary<Members>): fc.Arbitrary<Written> =>
  fc.oneof(
    { weight: 3, arbitrary: events.map((event) => ({ text: JSON.stringify(event), type: ONE })) },
    {
      weight: 1,
      arbitrary: fc.array(events, { maxLength: 5 }).map((batch) => ({ text: JSON.stringify(batch), type: BATCH })),
    },
  );
const asEither = (texts: fc.Arbitrary<string>): fc.Arbitrary<Written> =>
  fc.record({ text: texts, type: fc.constantFrom(ONE, BATCH) });

const senders = fc.constantFrom('demo-producer', 'demo-importer', 'demo-importer', 'demo-compiler');
const oddTypes = fc.oneof(fc.constantFrom('application/json', 'text/plain', `${ONE}; charset=x`), headerTexts);
const mostlyNone = (odd: fc.Arbitrary<string>): fc.Arbitrary<string | null> =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: odd });

function sendingOf(bodies: fc.Arbitrary<Written>): fc.Arbitrary<Asked> {
  return fc
    .tuple(bodies, mostlyNone(oddTypes), senders, mostlyNone(fc.constantFrom('gzip', 'no gzip', 'x-odd')))
    .map(([{ text, type }, oddType, token, encoding]) => ({
      method: 'POST',
      path: '/v1/events',
      headers: {
        ...bearer(token),
        'content-type': oddType ?? type,
        ...(encoding === null ? {} : { 'content-encoding': encoding.replace('no ', '') }),
      },
      body: encoding === 'gzip' ? gzipSync(text) : text.toWellFormed(),
    }));
}

const inBinaryMode: fc.Arbitrary<Asked> = fc
  .tuple(withOddData, fc.dictionary(fc.constantFrom('ce-id', 'ce-time', 'ce-type', 'ce-x', 'ce-source'), headerTexts))
  .map(([{ data, ...attributes }, odd]) => {
    const named = Object.entries(attributes).map(([name, value]) => [`ce-${name}`, encodeURIComponent(String(value))]);
    return {
      method: 'POST',
      path: '/v1/events',
      headers: { ...bearer('demo-producer'), 'content-type': 'application/json', ...Object.fromEntries(named), ...odd },
      body: JSON.stringify(data),
    };
  });

/** Envelopes of which members are odd, missing or too many, whole, in batches, and as no JSON at all. */
export const oddEnvelopes = sendingOf(
  fc.oneof(
    { weight: 6, arbitrary: written(envelopes) },
    { weight: 2, arbitrary: asEither(spoilt(envelopes.map((event) => JSON.stringify(event)))) },
    {
      weight: 1,
      arbitrary: asEither(
        fc.oneof(
          deep,
          oddValues.map((value) => JSON.stringify(value)),
        ),
      ),
    },
  ),
);

/** Events whose data are odd, in every mode. */
export const oddData = fc.oneof(
  { weight: 4, arbitrary: sendingOf(written(withOddData)) },
  { weight: 1, arbitrary: inBinaryMode },
);
