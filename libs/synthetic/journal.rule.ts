import { formatInstant } from '../calendars/instant.calendar.js';
import type { FactData } from '../events/fact-catalogue.fact.js';
import { typeOfFact, type FactName } from '../events/fact-name.fact.js';
import type { Chance } from './chance.rule.js';
import { recordLag } from './record-lag.rule.js';
import { sources } from './source.rule.js';
import type { SyntheticEvent } from './synthetic-event.fact.js';

/** One fact of a journal; times in milliseconds since 1970. It is written out only when it is read. */
export interface Entry {
  readonly journal: Journal;
  readonly id: string;
  readonly name: FactName;
  readonly at: number;
  readonly recordedAt: number;
  readonly data: FactData[FactName];
}

/** What is told of one subject, from its beginning to its end. */
export class Journal {
  readonly subject: string;
  readonly chance: Chance;
  readonly #idsBeginWith: string;
  #entries: Entry[] = [];
  #startedAt = Infinity;

  /** @param idsBeginWith the subject, where that is nobody else's */
  constructor(subject: string, chance: Chance, idsBeginWith = subject) {
    this.subject = subject;
    this.chance = chance;
    this.#idsBeginWith = idsBeginWith;
  }

  /** When the first of its facts was recorded, of those told until now. */
  get startedAt(): number {
    return this.#startedAt;
  }

  /**
   * Tells a fact that happened at a moment (milliseconds), and is recorded some time later.
   *
   * @param from from when the time to its recording is reckoned, where that is not when it is said to have happened
   */
  tell<N extends FactName>(name: N, at: number, data: FactData[N], from = at): Entry {
    const recordedAt = from + recordLag(this.chance);
    const id = `${this.#idsBeginWith}-${this.#entries.length + 1}`;
    const entry: Entry = { journal: this, id, name, at, recordedAt, data };
    this.#entries.push(entry);
    if (recordedAt < this.#startedAt) this.#startedAt = recordedAt;
    return entry;
  }

  /** Hands over all that was told and ends the journal, which keeps none of it: long cases would hold on to much. */
  close(): readonly Entry[] {
    const entries = this.#entries;
    this.#entries = [];
    return entries;
  }
}

/** An entry as it is sent. */
export function written({ journal, id, name, at, recordedAt, data }: Entry): SyntheticEvent {
  return {
    event: {
      specversion: '1.0',
      id,
      source: sources[name],
      type: typeOfFact(name),
      time: formatInstant(at),
      subject: journal.subject,
      recordedtime: formatInstant(recordedAt),
      data,
    },
    recordedAt,
    startedAt: journal.startedAt,
  };
}
