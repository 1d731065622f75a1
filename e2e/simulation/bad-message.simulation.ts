import type { RefusalCode } from '../../libs/events/refusal.fact.js';
import { partitionOf } from '../../libs/log/partitioner.rule.js';
import { firstDay, type ToldFact } from './case-story.simulation.js';
import type { Chance } from './chance.simulation.js';
import { wireText, type Message } from './message.simulation.js';

type Spoiling = readonly [refusal: RefusalCode, spoil: (text: string) => string | null];

/** Ways to put something on the log that is no valid event, each with what the engine must call it. */
const spoilings: readonly Spoiling[] = [
  ['not-json', () => null],
  ['not-json', () => ''],
  ['not-json', (text) => text.slice(0, -1)],
  ['not-json', (text) => `\u0000\u0000\u0000\u0000\u0001${text}`],
  ['not-an-object', () => 'null'],
  ['not-an-object', (text) => `[${text}]`],
  ['wrong-value', (text) => text.replace('"1.0"', '"0.3"')],
  ['unsupported-version', (text) => text.replace('.v1"', '.v2"')],
  ['unknown-type', (text) => text.replace('"charter.', '"charta.')],
  ['time-in-future', (text) => text.replace(/"time":"[^"]*"/, '"time":"2099-01-01T00:00:00Z"')],
  ['time-too-early', (text) => text.replace(/"time":"[^"]*"/, '"time":"2017-12-31T23:59:59Z"')],
  ['wrong-value', (text) => text.replace(/"time":"[^"]*"/, '"time":"yesterday"')],
  ['recorded-wrong', (text) => text.replace('"data":', '"recordedtime":"2099-01-01T00:00:00Z","data":')],
  ['recorded-wrong', (text) => text.replace('"data":', '"recordedtime":"2018-01-01T00:00:00Z","data":')],
  ['unknown-member', (text) => text.replace('"data":', '"data_base64":"AA==","data":')],
  ['unknown-member', (text) => text.replace('"data":{', '"data":{"nickname":"Al",')],
  ['wrong-value', (text) => text.replace('"answered"', '"engaged"')],
  ['missing', (text) => text.replace(/,"data":.*$/, '}')],
  ['forbidden-name', (text) => text.replace('"data":{', '"data":{"__proto__":{},')],
];

/** The same, but costly to look at. */
const heavySpoilings: readonly Spoiling[] = [
  ['too-deep', (text) => text.replace('"data":{', `"data":{"deep":${'['.repeat(2_000)}${']'.repeat(2_000)},`)],
  ['too-large', (text) => text.replace('"data":', `"note":"${'x'.repeat(66_000)}","data":`)],
];

/** Something of a case that must end in quarantine. `number` tells it from others of its kind. */
export function badMessage(subject: string, number: number, partitions: number, chance: Chance): Message {
  const fact: ToldFact = {
    subject,
    name: 'call.ended',
    source: 'urn:example:desk',
    id: `bad-${number}`,
    at: firstDay * 86_400_000,
    finer: '',
    data: { outcome: 'answered', waitSeconds: number },
  };
  const value = wireText(fact, null, chance);
  if (chance.happens(0.15)) {
    const elsewhere = (partitionOf(subject, partitions) + 1) % partitions;
    return { key: subject, value, partition: elsewhere, meaning: 'wrong-partition' };
  }
  if (chance.happens(0.15)) return { key: `${subject}-x`, value, partition: null, meaning: 'wrong-key' };
  const [meaning, spoil] = chance.oneOf(chance.happens(0.02) ? heavySpoilings : spoilings);
  return { key: subject, value: spoil(value), partition: null, meaning };
}
