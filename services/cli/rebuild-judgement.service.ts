import { localDay } from '../../libs/calendars/local-date.calendar.js';
import type { Layout } from '../../libs/measures/layout.measure.js';
import { RowTable } from '../../libs/measures/rows/row-table.measure.js';
import type { Register } from '../../libs/register/register.fact.js';
import { rulesOf } from '../../libs/register/register-rules.rule.js';
import type { Generation } from '../../libs/store/engine-store.port.js';
import type { FiguresSum } from '../indicators/figures-sum.service.js';
import type { HeldPartition, Rebuild } from '../indicators/rebuild.service.js';
import { differencesBetween } from '../indicators/sum-difference.rule.js';
import type { Figures } from '../query/following/figure-follower.service.js';
import { monthlyDifferences, monthlyFiguresOf } from './monthly-figures.service.js';

/** Whether readers may be moved to what was rebuilt, and what is to be said of it. */
export interface Judgement {
  readonly maySwitch: boolean;
  readonly lines: readonly string[];
}

/**
 * Compares the generation in use with the new one. Of one fingerprint, they must be equal to the last row; of two, the
 * figures that differ are told by measure and month, and somebody has to accept them.
 */
export function judgeRebuild(rebuild: Rebuild, register: Register, accept: boolean): Promise<Judgement> {
  return rebuild.mustBeEqual ? judgeEquality(rebuild) : judgeChange(rebuild, register, accept);
}

async function judgeEquality(rebuild: Rebuild): Promise<Judgement> {
  const layout = layoutOf(rebuild.beside);
  const lines: string[] = [];
  let records = 0;
  for (const partition of rebuild.partitions) {
    const { inUse, beside } = await rebuild.hold(partition);
    records += beside.through + 1;
    for (const difference of differencesBetween(inUse, beside, layout)) {
      lines.push(`partition ${String(partition)} through ${String(beside.through)}: ${difference}`);
    }
  }
  if (lines.length === 0) return { maySwitch: true, lines: [`Equal: ${String(records)} events, every sum the same.`] };
  return { maySwitch: false, lines: [...lines, 'The figures in use are not those of the log: not switched.'] };
}

async function judgeChange(rebuild: Rebuild, register: Register, accept: boolean): Promise<Judgement> {
  const held: HeldPartition[] = [];
  for (const partition of rebuild.partitions) held.push(await rebuild.hold(partition));
  const rules = rulesOf(register);
  const today = localDay(Date.now());
  const monthly = (generation: Generation, sums: readonly FiguresSum[]): ReadonlyMap<string, string> =>
    monthlyFiguresOf(figuresOf(generation, sums), rules, today);
  const before = monthly(
    rebuild.inUse,
    held.map(({ inUse }) => inUse),
  );
  const after = monthly(
    rebuild.beside,
    held.map(({ beside }) => beside),
  );
  const differences = monthlyDifferences(before, after);
  return {
    maySwitch: accept,
    lines: [
      'Definitions, register or fold are others than those of the figures in use.',
      ...(differences.length === 0
        ? ['No figure differs by month.']
        : ['measure,month,benefit,in use,new', ...differences]),
      accept ? 'Accepted. Start the indicators of this version, if none run yet.' : 'Not switched. To switch: --accept',
    ],
  };
}

function figuresOf(generation: Generation, sums: readonly FiguresSum[]): Figures {
  const partitions = sums.map(({ rows, feeds }) => {
    const table = new RowTable();
    table.add(rows);
    return { table, last: null, feeds };
  });
  const { id, fingerprint } = generation;
  return { generation: id, fingerprint, layout: layoutOf(generation), partitions };
}

function layoutOf({ layout }: Generation): Layout {
  return JSON.parse(layout) as Layout;
}
