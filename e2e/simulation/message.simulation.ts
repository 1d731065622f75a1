import { typeOfFact } from '../../libs/events/fact-name.fact.js';
import type { RefusalCode } from '../../libs/events/refusal.fact.js';
import type { ToldFact } from './case-story.simulation.js';
import type { Chance } from './chance.simulation.js';

/** What a producer sends, and what must come of it. */
export interface Message {
  readonly key: string;
  /** `null` is a tombstone. */
  readonly value: string | null;
  /** The partition to put it into, where that is not the key's. */
  readonly partition: number | null;
  readonly meaning: Telling | RefusalCode;
}

/** A fact told once. */
export interface Telling {
  readonly fact: ToldFact;
  /** `recordedtime` in milliseconds; `null`: not stated. */
  readonly recorded: number | null;
}

const minute = 60_000;
const day = 86_400_000;

/** Tells a fact: written in one of several ways, recorded sooner or later, but not after `latest` (milliseconds). */
export function messageOf(fact: ToldFact, latest: number, chance: Chance): Message {
  const recorded = chance.happens(0.12) ? null : recordedTime(fact.at, latest, chance);
  return { key: fact.subject, value: wireText(fact, recorded, chance), partition: null, meaning: { fact, recorded } };
}

export function wireText(fact: ToldFact, recorded: number | null, chance: Chance): string {
  const { name, source, id, subject } = fact;
  const members = Object.entries(fact.data);
  return JSON.stringify({
    specversion: '1.0',
    id,
    source,
    type: typeOfFact(name),
    time: instantText(fact, chance),
    subject,
    ...(recorded === null ? {} : { recordedtime: new Date(recorded).toISOString() }),
    ...(chance.happens(0.2) ? { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' } : {}),
    ...(chance.happens(0.2) ? { datacontenttype: 'application/json' } : {}),
    data: Object.fromEntries(chance.happens(0.3) ? members.reverse() : members),
  });
}

function recordedTime(at: number, latest: number, chance: Chance): number {
  if (chance.happens(0.05)) return at - chance.between(0, 4) * minute;
  const longest = chance.oneOf([1, 3, 20, 200]);
  return Math.min(at + Math.floor(chance.next() * longest * day), latest);
}

/** The same instant, in winter time or in summer time, with and without a fraction. */
function instantText({ at, finer }: ToldFact, chance: Chance): string {
  const east = chance.happens(0.25) ? 60 * minute : 0;
  const text = new Date(at + east).toISOString().slice(0, -1);
  const exact = finer !== '' ? text + finer : chance.happens(0.5) ? text.replace('.000', '') : text;
  return `${exact}${east === 0 ? 'Z' : '+01:00'}`;
}
