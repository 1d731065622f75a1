import { naiveRows } from '../../libs/measures/fold/case.testkit.js';
import type { Program } from '../../libs/measures/fold/program.measure.js';
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

  /** The rows of a partition, case by case, as of the records up to an offset. */
  *ofPartition(partition: number, through: number): Iterable<NaiveRow> {
    for (const subject of this.ledger.subjects(partition)) yield* this.#ofCase(subject, through);
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
