import type { DifferenceTable } from '../../libs/measures/rows/difference-table.measure.js';
import { spanWidth, type RowTable } from '../../libs/measures/rows/row-table.measure.js';
import { FigureFollower, type Figures } from '../../services/query/following/figure-follower.service.js';
import { Process, Unreachable } from './gate.simulation.js';
import type { NaiveRows } from './naive-rows.oracle.js';
import type { World } from './world.simulation.js';

/** A process that follows the figures, and is looked at after every step that it makes. */
export class Reader {
  readonly process: Process;
  readonly #follower: FigureFollower;
  #checked: Figures | null = null;

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
      } catch (error) {
        // Half of what it read may have been the store before it was brought back from a copy: it looks again.
        const expected = error instanceof Unreachable || this.world.store.timesBroughtBack > 0;
        if (!expected) this.world.watch.differ(`${this.process.name}: ${String(error)}`);
      }
      this.#check();
    }
  }

  /** What is shown of a partition is what the naive way gives for the log up to the same record: never half a checkpoint. */
  #check(): void {
    const { figures } = this.#follower;
    const naive = figures === null ? null : this.naive(figures.generation);
    if (figures === null || naive === null) return;
    const { watch } = this.world;
    const checked = this.#checked?.generation === figures.generation ? this.#checked.partitions : [];
    figures.partitions.forEach(({ table, last }, partition) => {
      const before = checked[partition];
      if (before?.table === table && before.last === last) return;
      const through = last?.through ?? -1;
      if (through < (before?.last?.through ?? -1))
        watch.differ(`${this.process.name} goes back to ${partition}:${through}`);
      const wrong = naive.differing(partition, through, (into) => addRows(table, figures.layout.measures.length, into));
      if (wrong > 0) watch.differ(`${this.process.name} at ${partition}:${through}: ${wrong} rows differ`);
    });
    this.#checked = figures;
  }
}

const lastOfAll = 0x7fffffff;

function addRows(table: RowTable, measureCount: number, into: DifferenceTable): void {
  for (let measure = 0; measure < measureCount; measure += 1) {
    for (const { values, length } of table.spans(measure, 0, lastOfAll)) {
      for (let row = 0; row < length; row += spanWidth) {
        const at = (column: number): number => values[row + column] ?? 0;
        into.add(measure, at(0), at(1), at(2), at(3), at(4));
      }
    }
  }
}
