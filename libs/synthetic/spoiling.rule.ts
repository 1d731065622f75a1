import { FACT_NAMES, putsRight, typeOfFact, type PuttingRight } from '../events/fact-name.fact.js';
import { Chance } from './chance.rule.js';
import { breakages } from './invalid-line.rule.js';
import { sources } from './source.rule.js';
import type { SyntheticEvent } from './synthetic-event.fact.js';
import type { WireEvent } from './wire-event.fact.js';

/** A line that is sent beside an event's own, some lines later. */
type Fault = (event: WireEvent, chance: Chance) => string;

const typesThatPutRight = new Set(FACT_NAMES.filter(putsRight).map(typeOfFact));

/** How often each fault befalls an event. */
const SHARE = 0.004;
/** Some lines are overtaken by others, at most so many. */
const SHARE_OVERTAKEN = 0.03;
const MOST_OVERTAKING = 60;
const MOST_LINES_LATER = 400;

/** Faults that the log meets: none makes the event itself any less good, those that put right change what it says. */
const faults: readonly Fault[] = [
  (event) => JSON.stringify(event),
  (event) => JSON.stringify({ ...event, time: event.time.replace('Z', '+00:00') }),
  (event) => JSON.stringify({ ...event, time: event.time.replace('Z', '.5Z') }),
  (event) => puttingRight(event, 'fact.corrected', { time: event.time.replace('Z', '.25Z') }),
  (event) => puttingRight(event, 'fact.withdrawn', { reason: 'entered-in-error' }),
  (event, chance) => chance.oneOf(breakages).line(event),
];

/**
 * Events as JSON lines, with what goes wrong on the way: lines that overtake others, the same line again, the same event
 * written otherwise, another content under the same identity, corrections, withdrawals, and lines that are no valid
 * event. Every event is there; a fault comes after the event that it befalls. A function of events and seed.
 */
export function* spoiled(events: Iterable<SyntheticEvent>, seed: number): Generator<string, void> {
  const chance = new Chance(seed, 'faults');
  /** What is to be sent next, and the lines that wait until so many more events have been read. */
  const slots: string[][] = Array.from({ length: MOST_OVERTAKING + MOST_LINES_LATER + 1 }, () => []);
  let next = 0;
  const send = (line: string, later: number): void => {
    slots[(next + later) % slots.length]?.push(line);
  };
  for (const { event } of events) {
    const overtaken = chance.happens(SHARE_OVERTAKEN) ? chance.between(1, MOST_OVERTAKING) : 0;
    send(JSON.stringify(event), overtaken);
    for (const fault of faults) {
      if (!chance.happens(SHARE) || typesThatPutRight.has(event.type)) continue;
      send(fault(event, chance), overtaken + chance.between(1, MOST_LINES_LATER));
    }
    yield* slots[next]?.splice(0) ?? [];
    next = (next + 1) % slots.length;
  }
  for (const slot of [...slots.slice(next), ...slots.slice(0, next)]) yield* slot;
}

function puttingRight({ id, source, subject, recordedtime }: WireEvent, name: PuttingRight, says: object): string {
  return JSON.stringify({
    specversion: '1.0',
    id: `${id}-${name}`,
    source: sources[name],
    type: typeOfFact(name),
    time: recordedtime,
    subject,
    recordedtime,
    data: { source, id, ...says },
  });
}
