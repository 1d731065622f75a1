import { localDay } from '../../calendars/local-date.calendar.js';
import type { RecordedFact } from '../../events/case.codec.js';
import { effectiveFacts } from '../../events/correction.fact.js';
import type { FactName } from '../../events/fact-name.fact.js';
import { Contributions, contributionsOf } from '../fold/contributions.measure.js';
import { programOf, type Program } from '../fold/program.measure.js';
import { journeys } from '../journeys/case-views.journey.js';
import { factsThatChange, type Measure } from '../measure.measure.js';
import type { Rules } from '../rules.measure.js';
import { RowTable } from '../rows/row-table.measure.js';
import { rowsOfLength, type Rows } from '../rows/rows.measure.js';
import { versionInForce, type Versions } from '../versions.measure.js';
import { observe, type Observation, type ObjectiveOn } from './observe.measure.js';
import type { HeldVersion, Holdings, Question } from './question.measure.js';
import { tallyRows } from './tallying.measure.js';

/** A fact is late that was recorded more than so many days after its date. Source: contract, interfaces, explain. */
export const lateAfterDays = 7;

/** What the cases counted in a figure hold, of the facts that its measure reads. */
export interface OfCasesCounted {
  readonly cases: number;
  /** Facts that correct or withdraw one of them. */
  readonly corrections: number;
  /** Facts as they stand that were recorded more than `lateAfterDays` days after their date. */
  readonly late: number;
}

/**
 * One figure counted from whole cases instead of rows: what each contributes as known at K, all at once, added up. It says
 * which cases are counted, and comes to the very observation that the rows give.
 */
export class FigureRecount {
  readonly #versions: readonly HeldVersion[];
  readonly #measure: Measure;
  readonly #program: Program;
  readonly #placedBy: ReadonlySet<FactName>;
  readonly #reads: ReadonlySet<FactName>;
  readonly #contributions = new Contributions();
  readonly #rows = new RowTable();
  #cases = 0;
  #corrections = 0;
  #late = 0;

  /**
   * @param question of one period, without a breakdown
   * @param versions those of its measure that follow one another, if there are several
   */
  constructor(
    private readonly question: Question,
    private readonly rules: Rules,
    versions: Versions = [question.measure],
  ) {
    const measure = versionInForce(versions, question.periods[0]?.start ?? question.asOf);
    this.#versions = versions.map((version) => ({ measure: version, measureIndex: version === measure ? 0 : -1 }));
    this.#measure = measure;
    this.#program = programOf([measure], rules);
    this.#placedBy = new Set(journeys[measure.journey].placedBy);
    this.#reads = factsThatChange(measure);
  }

  get counted(): OfCasesCounted {
    return { cases: this.#cases, corrections: this.#corrections, late: this.#late };
  }

  /** Takes the facts of another case; answers whether anything of it is counted in the figure. */
  take(facts: readonly RecordedFact[]): boolean {
    if (!facts.some(({ name }) => this.#placedBy.has(name))) return false;
    const known = facts.filter(({ recordDay }) => recordDay <= this.question.asOf);
    const reading = effectiveFacts(known);
    contributionsOf(reading, this.#program, [0], this.#contributions);
    const rows = rowsOf(this.#contributions, this.question.asOf);
    if (rows.length === 0) return false;
    const alone = new RowTable();
    alone.add(rows);
    if (!tallyRows({ ...this.question, measure: this.#measure }, this.#holding(alone)).tally.counts(0)) return false;
    this.#rows.add(rows);
    this.#cases += 1;
    this.#corrections += correctionsOf(known, this.#reads);
    this.#late += reading.filter(({ name, at, recordDay }) => {
      return this.#reads.has(name) && recordDay - localDay(at) > lateAfterDays;
    }).length;
    return true;
  }

  /** What the cases taken come to. */
  observation(objectiveOn: ObjectiveOn): Observation {
    const [observation] = observe(this.question, this.#holding(this.#rows), objectiveOn);
    if (observation === undefined) throw new Error('Without a breakdown every period has a row');
    return observation;
  }

  #holding(table: RowTable): Holdings {
    const { dimensions } = journeys[this.question.measure.journey].space;
    return { tables: [table], measureIndex: 0, versions: this.#versions, dimensions, calendar: this.rules.calendar };
  }
}

/** The contributions as rows that have been known from a day on. */
function rowsOf(contributions: Contributions, recordDay: number): Rows {
  let length = 0;
  contributions.forEach(() => {
    length += 1;
  });
  const rows = rowsOfLength(length);
  let row = 0;
  contributions.forEach((measure, tuple, day, x) => {
    rows.measure[row] = measure;
    rows.tuple[row] = tuple;
    rows.day[row] = day;
    rows.recordDay[row] = recordDay;
    rows.x[row] = x;
    rows.count[row] = 1;
    row += 1;
  });
  return rows;
}

/** How many facts put right another one that is known and of these names. */
function correctionsOf(known: readonly RecordedFact[], names: ReadonlySet<FactName>): number {
  return known.filter(
    (fact) =>
      (fact.name === 'fact.corrected' || fact.name === 'fact.withdrawn') &&
      known.some(({ name, source, id }) => names.has(name) && id === fact.data.id && source === fact.data.source),
  ).length;
}
