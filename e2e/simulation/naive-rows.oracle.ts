import { naiveRows } from '../../libs/measures/fold/case.testkit.js';
import type { Program } from '../../libs/measures/fold/program.measure.js';
import { DifferenceTable } from '../../libs/measures/rows/difference-table.measure.js';
import type { Ledger } from './ledger.oracle.js';

/** A row: measure, tuple, day, record day, x, count. */
export type NaiveRow = readonly number[];

/** The rows of every case, computed the naive way from the ledger: every record day, every measure, nothing shared. */
export class NaiveRows {
  readonly #known = new Map<string, readonly NaiveRow[]>();

  constructor(
    private readonly ledger: Ledger,
    private readonly program: Program,
  ) {}

  /** How many rows of a partition are not as they must be after the records up to an offset; `shown` adds those shown. */
  differing(partition: number, through: number, shown: (into: DifferenceTable) => void): number {
    const differences = new DifferenceTable();
    shown(differences);
    for (const subject of this.ledger.subjects(partition)) {
      for (const [measure = 0, tuple = 0, day = 0, recordDay = 0, x = 0, count = 0] of this.#ofCase(subject, through)) {
        differences.add(measure, tuple, day, recordDay, x, -count);
      }
    }
    return differences.drain().length;
  }

  #ofCase(subject: string, through: number): readonly NaiveRow[] {
    const tellingCount = this.ledger.tellingCount(subject, through);
    const version = `${subject} ${tellingCount}`;
    const known = this.#known.get(version);
    if (known !== undefined) return known;
    const rows = naiveRows(this.ledger.facts(subject, tellingCount), this.program);
    this.#known.set(version, rows);
    return rows;
  }
}
