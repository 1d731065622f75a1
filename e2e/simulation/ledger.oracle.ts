import { localDay } from '../../libs/calendars/local-date.calendar.js';
import type { RecordedFact } from '../../libs/events/case.codec.js';
import type { RefusalCode } from '../../libs/events/refusal.fact.js';
import type { Counts } from '../../libs/store/engine-store.port.js';
import type { ToldFact } from './case-story.simulation.js';
import type { Message, Telling } from './message.simulation.js';

/** What must become of a record, judged by what its producer meant, not by reading it. */
export type Verdict = 'applied' | 'duplicate' | RefusalCode;

export interface Entry {
  readonly partition: number;
  readonly offset: number;
  readonly appendedAt: number;
  readonly message: Message;
  readonly verdict: Verdict;
}

/** A telling that counts: the first of its fact, or a copy of it. */
interface CountedTelling {
  readonly fact: ToldFact;
  readonly offset: number;
  readonly recordDay: number;
}

interface LedgerCase {
  /** By identity, what was told first. */
  readonly standing: Map<string, ToldFact>;
  readonly tellings: CountedTelling[];
}

/** Whether the fold of these facts is to fail, so that the record that brought the last of them is quarantined. */
export type Failing = (facts: readonly RecordedFact[]) => boolean;

/** Everything that is on the log, and what must come of it: the plain truth that the engine is held against. */
export class Ledger {
  readonly #entries: readonly Entry[][];
  readonly #counts: readonly Counts[][];
  readonly #cases = new Map<string, LedgerCase>();
  readonly #subjects: readonly Set<string>[];

  constructor(
    readonly partitionCount: number,
    private readonly failing: Failing | null,
  ) {
    this.#entries = Array.from({ length: partitionCount }, () => []);
    this.#counts = Array.from({ length: partitionCount }, () => []);
    this.#subjects = Array.from({ length: partitionCount }, () => new Set<string>());
  }

  /** Takes a record as it was appended: next in its partition. */
  append(partition: number, message: Message, appendedAt: number): void {
    const entries = this.entries(partition);
    const offset = entries.length;
    const { meaning } = message;
    const verdict = typeof meaning === 'string' ? meaning : this.#judge(partition, meaning, { offset, appendedAt });
    (entries as Entry[]).push({ partition, offset, appendedAt, message, verdict });
    const before = this.counts(partition, offset - 1);
    this.#counts[partition]?.push({
      applied: before.applied + (verdict === 'applied' ? 1 : 0),
      duplicates: before.duplicates + (verdict === 'duplicate' ? 1 : 0),
      quarantined: before.quarantined + (verdict === 'applied' || verdict === 'duplicate' ? 0 : 1),
    });
  }

  entries(partition: number): readonly Entry[] {
    return this.#entries[partition] ?? [];
  }

  /** Offset that the next record of the partition will get. */
  end(partition: number): number {
    return this.entries(partition).length;
  }

  /** What the records up to an offset came to; nothing at -1. */
  counts(partition: number, through: number): Counts {
    return this.#counts[partition]?.[through] ?? { applied: 0, duplicates: 0, quarantined: 0 };
  }

  subjects(partition: number): ReadonlySet<string> {
    return this.#subjects[partition] ?? new Set();
  }

  /** How many records up to an offset have had a part in the case. */
  tellingCount(subject: string, through: number): number {
    const tellings = this.#cases.get(subject)?.tellings ?? [];
    let count = tellings.length;
    while (count > 0 && (tellings[count - 1]?.offset ?? 0) > through) count -= 1;
    return count;
  }

  /** The case's facts after its first tellings: the first content of each, known from its earliest copy on. */
  facts(subject: string, tellingCount: number): readonly RecordedFact[] {
    return factsOf(this.#cases.get(subject)?.tellings.slice(0, tellingCount) ?? []);
  }

  #judge(partition: number, { fact, recorded }: Telling, at: { offset: number; appendedAt: number }): Verdict {
    const recordDay = localDay(recorded ?? at.appendedAt);
    const identity = `${fact.source} ${fact.id}`;
    const kept = this.#cases.get(fact.subject) ?? { standing: new Map<string, ToldFact>(), tellings: [] };
    const first = kept.standing.get(identity);
    if (first !== undefined && first !== fact) return 'conflict';
    const telling = { fact, offset: at.offset, recordDay };
    if (this.failing?.(factsOf([...kept.tellings, telling])) === true) return 'fold-failed';
    kept.standing.set(identity, fact);
    kept.tellings.push(telling);
    this.#cases.set(fact.subject, kept);
    this.#subjects[partition]?.add(fact.subject);
    return first === undefined ? 'applied' : 'duplicate';
  }
}

function factsOf(tellings: readonly CountedTelling[]): readonly RecordedFact[] {
  const facts = new Map<ToldFact, RecordedFact>();
  for (const { fact, offset, recordDay } of tellings) {
    const known = facts.get(fact);
    if (known !== undefined && known.recordDay <= recordDay) continue;
    const { name, data, source, id, at, finer } = fact;
    // The generator gives every fact the data of its name.
    facts.set(fact, { name, data, source, id, at, finer, recordDay, offset: known?.offset ?? offset } as RecordedFact);
  }
  return [...facts.values()];
}
