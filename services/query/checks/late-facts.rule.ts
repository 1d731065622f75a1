import type { Day } from '../../../libs/calendars/local-date.calendar.js';
import type { Period } from '../../../libs/calendars/period.calendar.js';
import type { RecordedFact } from '../../../libs/events/case.codec.js';
import { effectiveFacts } from '../../../libs/events/correction.fact.js';
import type { FactName } from '../../../libs/events/fact-name.fact.js';
import { Contributions, contributionsOf } from '../../../libs/measures/fold/contributions.measure.js';
import { programOf, type Program } from '../../../libs/measures/fold/program.measure.js';
import { factsThatChange, type Measure } from '../../../libs/measures/measure.measure.js';
import type { Rules } from '../../../libs/measures/rules.measure.js';

/** Facts that may change what any other fact of their case counts for. */
const PUTTING_RIGHT: ReadonlySet<FactName> = new Set(['fact.corrected', 'fact.withdrawn']);
const TOLD: ReadonlySet<FactName> = new Set(['figure.reported', 'evidence.filed', ...PUTTING_RIGHT]);

/** A year as known at the end of day K, and what its figures are counted by. */
export interface YearCounted {
  readonly year: Period;
  /** K */
  readonly asOf: Day;
  readonly measures: readonly Measure[];
  readonly rules: Rules;
  /** Subjects of what is reported of the year. */
  readonly reported: ReadonlySet<string>;
}

/** Counts, case by case, the facts that a release has not, and that change what is counted of its year. */
export class LateFacts {
  readonly #program: Program;
  readonly #all: readonly number[];
  readonly #reads: readonly ReadonlySet<FactName>[];
  readonly #contributions = new Contributions();
  #facts = 0;

  constructor(private readonly counted: YearCounted) {
    const { measures, rules } = counted;
    this.#program = programOf(measures, rules);
    this.#all = measures.map((_, index) => index);
    this.#reads = measures.map(factsThatChange);
  }

  get facts(): number {
    return this.#facts;
  }

  /** Takes the facts of another case; `isIn`: whether the release has the fact. */
  take(subject: string, facts: readonly RecordedFact[], isIn: (fact: RecordedFact) => boolean): void {
    const known = facts.filter(({ recordDay }) => recordDay <= this.counted.asOf);
    const before = known.filter(isIn);
    if (before.length === known.length) return;
    const changing = this.counted.reported.has(subject) ? TOLD : this.#namesThatChange(before, known);
    for (const fact of known) if (changing.has(fact.name) && !isIn(fact)) this.#facts += 1;
  }

  /** Names of the facts that the measures read whose share of the year is another one. */
  #namesThatChange(before: readonly RecordedFact[], after: readonly RecordedFact[]): ReadonlySet<FactName> {
    const [earlier, later] = [this.#shares(before), this.#shares(after)];
    const changed = this.#all.filter((index) => earlier[index] !== later[index]);
    return new Set(changed.flatMap((index) => [...(this.#reads[index] ?? []), ...PUTTING_RIGHT]));
  }

  /** What the facts count for in the year, measure by measure, in an order of its own. */
  #shares(facts: readonly RecordedFact[]): readonly string[] {
    const shares: string[][] = this.#all.map(() => []);
    contributionsOf(effectiveFacts(facts), this.#program, this.#all, this.#contributions);
    this.#contributions.forEach((measure, _tuple, day, x) => {
      const share = this.#shareOf(this.counted.measures[measure], day, x);
      if (share !== null) shares[measure]?.push(share);
    });
    return shares.map((some) => some.sort().join());
  }

  /** Of a stock: whether it stands open when the year is judged; of everything else: what is counted on a day of the year. */
  #shareOf(measure: Measure | undefined, day: Day, x: number): string | null {
    const { year, asOf } = this.counted;
    const last = Math.min(year.end, asOf);
    if (day > last) return null;
    if (measure?.kind === 'stock') return last < x ? 'open' : null;
    return day < year.start ? null : String(x);
  }
}
