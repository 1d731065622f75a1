import { DifferenceTable } from '../../libs/measures/rows/difference-table.measure.js';
import { spanWidth, type RowTable } from '../../libs/measures/rows/row-table.measure.js';
import { FigureFollower, type Figures, type PartitionFigures } from '../../services/query/figure-follower.service.js';
import { Process, Unreachable } from './gate.simulation.js';
import type { NaiveRows } from './naive-rows.oracle.js';
import type { World } from './world.simulation.js';

/** A process that follows the figures, and is looked at after every step that it makes. */
export class Reader {
  readonly process: Process;
  readonly #follower: FigureFollower;
  #checked: readonly PartitionFigures[] = [];

  constructor(
    private readonly world: World,
    private readonly naive: (generation: string) => NaiveRows | null,
    name: string,
  ) {
    this.process = new Process(name);
    const { gate, plan, store } = world;
    this.#follower = new FigureFollower(new world.parts.Store(store, gate, this.process, plan.store));
    void this.#follow();
  }

  get figures(): Figures | null {
    return this.#follower.figures;
  }

  end(): void {
    this.world.gate.end(this.process);
  }

  async #follow(): Promise<void> {
    for (;;) {
      await this.world.gate.pass(this.process, 'nowhere', 'looks', () => Promise.resolve());
      try {
        await this.#follower.refresh();
        this.#check();
      } catch (error) {
        // Half of what it read may have been the store before it was brought back from a copy: it looks again.
        const expected = error instanceof Unreachable || this.world.store.timesBroughtBack > 0;
        if (!expected) this.world.watch.differ(`${this.process.name}: ${String(error)}`);
      }
    }
  }

  /** What is shown of a partition is what the naive way gives for the log up to the same record: never half a checkpoint. */
  #check(): void {
    const figures = this.#follower.figures;
    const naive = figures === null ? null : this.naive(figures.generation);
    if (figures === null || naive === null) return;
    figures.partitions.forEach((shown, partition) => {
      const { table, last } = shown;
      const before = this.#checked[partition];
      if (before?.table === table && before.last === last) return;
      const through = last?.through ?? -1;
      const differences = new DifferenceTable();
      addRows(table, figures.layout.measures.length, differences);
      for (const [measure = 0, tuple = 0, day = 0, recordDay = 0, x = 0, count = 0] of naive.ofPartition(
        partition,
        through,
      )) {
        differences.add(measure, tuple, day, recordDay, x, -count);
      }
      const { length } = differences.drain();
      if (length > 0) this.world.watch.differ(`${this.process.name}: ${length} rows of ${partition}:${through} differ`);
    });
    this.#checked = figures.partitions;
  }
}

const lastOfAll = 0x7fffffff;

function addRows(table: RowTable, measureCount: number, into: DifferenceTable): void {
  for (let measure = 0; measure < measureCount; measure += 1) {
    for (const { values, length } of table.spans(measure, 0, lastOfAll)) {
      for (let row = 0; row < length; row += spanWidth) {
        const [tuple = 0, day = 0, recordDay = 0, x = 0, count = 0] = values.subarray(row, row + spanWidth);
        into.add(measure, tuple, day, recordDay, x, count);
      }
    }
  }
}
