import type { CompactionLimits } from '../../services/indicators/compaction.rule.js';
import { badMessage } from './bad-message.simulation.js';
import { contradictionOf, lastDay, tellCase, type ToldFact } from './case-story.simulation.js';
import type { Chance } from './chance.simulation.js';
import type { StoreManner } from './gated.store.js';
import { messageOf, type Message } from './message.simulation.js';

/** What is decided before anything happens. */
export interface Plan {
  readonly partitions: number;
  /** Processes that compute figures at one time. */
  readonly workers: number;
  readonly store: StoreManner;
  /** Messages as they are sent, together or one after the other. */
  readonly batches: readonly (readonly Message[])[];
  /** Share of steps at which something goes wrong, and how often at most. */
  readonly faultShare: number;
  readonly mostFaults: number;
  readonly compaction: CompactionLimits;
  /** Whether a fold can fail. */
  readonly brittle: boolean;
  /** Whether the store can be brought back from a copy while processes write to it. */
  readonly restoresLive: boolean;
  /** Whether a process can let go of a partition while a call for it is in hand. */
  readonly dropsInHand: boolean;
}

const day = 86_400_000;
/** By then everything has happened; what is on the log was appended afterwards. */
export const clockStart = (lastDay + 3) * day;
const latestRecorded = (lastDay + 1) * day;

export function drawPlan(chance: Chance): Plan {
  const partitions = chance.between(3, 6);
  const transactions = chance.happens(0.25);
  return {
    partitions,
    workers: chance.between(2, 4),
    store: { transactions, single: chance.happens(0.7), scansInParts: !transactions && chance.happens(0.5) },
    restoresLive: !transactions && chance.happens(0.3),
    faultShare: chance.oneOf([0.01, 0.03, 0.06, 0.12, 0.2]),
    mostFaults: chance.between(5, 40),
    compaction: { fanIn: chance.between(2, 4), leftAlone: chance.between(1, 3) },
    brittle: chance.happens(0.15),
    dropsInHand: chance.happens(0.5),
    batches: inBatches(drawMessages(partitions, chance), chance),
  };
}

function drawMessages(partitions: number, chance: Chance): readonly Message[] {
  const messages: Message[] = [];
  const send = (fact: ToldFact, times: number): void => {
    for (let time = 0; time < times; time += 1) messages.push(messageOf(fact, latestRecorded, chance));
  };
  const subjects = Array.from(
    { length: chance.between(10, chance.oneOf([15, 20, 40])) },
    (_, number) => `CASE-${100 + number}`,
  );
  for (const subject of subjects) {
    for (const fact of tellCase(subject, chance)) {
      send(fact, chance.oneOf([1, 1, 1, 1, 1, 1, 2, 2, 3]));
      if (chance.happens(0.05)) send(contradictionOf(fact, chance), chance.between(1, 2));
    }
    if (chance.happens(0.25)) messages.push(badMessage(subject, messages.length, partitions, chance));
  }
  return chance.happens(0.5) ? chance.shuffled(messages) : roughlyInOrder(messages, chance);
}

/** In the order in which they were recorded, give or take some days. */
function roughlyInOrder(messages: readonly Message[], chance: Chance): readonly Message[] {
  const disorder = chance.oneOf([0, 2, 30]) * day;
  return messages
    .map((message) => {
      const { meaning } = message;
      const told = typeof meaning === 'string' ? latestRecorded : (meaning.recorded ?? meaning.fact.at);
      return { message, place: told + Math.floor(chance.next() * disorder) };
    })
    .sort((a, b) => a.place - b.place)
    .map(({ message }) => message);
}

function inBatches(messages: readonly Message[], chance: Chance): readonly (readonly Message[])[] {
  const most = chance.oneOf([3, 8, 30]);
  const batches: (readonly Message[])[] = [];
  for (let from = 0; from < messages.length;) {
    const size = chance.between(1, most);
    batches.push(messages.slice(from, from + size));
    from += size;
  }
  return batches;
}
