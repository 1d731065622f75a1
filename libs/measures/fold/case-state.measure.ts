import type { RecordedFact } from '../../events/case.codec.js';
import { effectiveFacts } from '../../events/correction.fact.js';
import { putsRight } from '../../events/fact-name.fact.js';
import { compareReadingOrder } from '../../events/reading-order.fact.js';
import type { Reading } from '../journeys/case-reading.journey.js';

/** What one case may hold; what comes beyond it is quarantined. Source: contract, events, "Order does not matter". */
export const mostFacts = 5_000;
export const mostBytes = 1_048_576;

/** From this many facts on, identities are looked up in a map. */
const indexedFrom = 24;

/**
 * A case as a set of facts, each once, in the order in which the log first brought them.
 *
 * A case is changed only by `add` and `putRecordDayBack`; both keep `through`, the offset of the last record that
 * changed it.
 */
export class CaseState {
  readonly #facts: RecordedFact[];
  #identities: Map<string, number> | null = null;
  #bytes = 0;
  #reading: Reading | null = null;

  /** Latest day on which anything of the case was recorded; before every day while the case is empty. */
  highestRecordDay = -Infinity;

  constructor(
    facts: readonly RecordedFact[],
    public through: number,
  ) {
    this.#facts = [...facts];
    for (const fact of facts) this.#note(fact);
  }

  static empty(): CaseState {
    return new CaseState([], -1);
  }

  get facts(): readonly RecordedFact[] {
    return this.#facts;
  }

  /** The facts as they stand, in reading order. */
  get reading(): Reading {
    this.#reading ??= effectiveFacts(this.#facts);
    return this.#reading;
  }

  find(source: string, id: string): RecordedFact | null {
    return this.#facts[this.#placeOf(source, id)] ?? null;
  }

  hasRoomFor(fact: RecordedFact): boolean {
    return this.#facts.length < mostFacts && this.#bytes + sizeOf(fact) <= mostBytes;
  }

  /** The case's facts with one more, which it does not hold yet. */
  factsWith(fact: RecordedFact): readonly RecordedFact[] {
    return [...this.#facts, fact];
  }

  /** The reading with one more fact: cheaply, where nothing corrects or withdraws anything. */
  readingWith(fact: RecordedFact): Reading {
    const before = this.reading;
    if (before.length !== this.#facts.length || putsRight(fact.name)) return effectiveFacts(this.factsWith(fact));
    let place = before.length;
    while (place > 0 && compareReadingOrder(before[place - 1] ?? fact, fact) > 0) place -= 1;
    return before.toSpliced(place, 0, fact);
  }

  add(fact: RecordedFact, reading: Reading | null): void {
    this.#facts.push(fact);
    this.#identities?.set(identityOf(fact.source, fact.id), this.#facts.length - 1);
    this.#note(fact);
    this.#reading = reading;
    this.through = fact.offset;
  }

  /** A copy of the facts in which one is known from an earlier day on. */
  factsRecordedEarlier(fact: RecordedFact, recordDay: number): readonly RecordedFact[] {
    return this.#facts.map((held) => (held === fact ? { ...held, recordDay } : held));
  }

  putRecordDayBack(fact: RecordedFact, recordDay: number, offset: number): void {
    this.#facts[this.#placeOf(fact.source, fact.id)] = { ...fact, recordDay };
    this.highestRecordDay = this.#facts.reduce((highest, held) => Math.max(highest, held.recordDay), -Infinity);
    this.#reading = null;
    this.through = offset;
  }

  #note(fact: RecordedFact): void {
    this.#bytes += sizeOf(fact);
    if (fact.recordDay > this.highestRecordDay) this.highestRecordDay = fact.recordDay;
  }

  #placeOf(source: string, id: string): number {
    if (this.#facts.length < indexedFrom) {
      return this.#facts.findIndex((fact) => fact.id === id && fact.source === source);
    }
    this.#identities ??= new Map(this.#facts.map((fact, place) => [identityOf(fact.source, fact.id), place]));
    return this.#identities.get(identityOf(source, id)) ?? -1;
  }
}

function identityOf(source: string, id: string): string {
  return `${source}\n${id}`;
}

/** Characters that a fact takes, of the bound of a case: members of its data by name and value, and its identity. */
function sizeOf(fact: RecordedFact): number {
  return fact.source.length + fact.id.length + sizeOfValue(fact.data);
}

function sizeOfValue(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  let size = 0;
  for (const [name, member] of Object.entries(value)) size += name.length + sizeOfValue(member);
  return size;
}
