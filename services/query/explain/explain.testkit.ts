import { encodeFacts, type RecordedFact } from '../../../libs/events/case.codec.js';
import { CaseState } from '../../../libs/measures/fold/case-state.measure.js';
import { foldFact } from '../../../libs/measures/fold/fold.measure.js';
import { programOf } from '../../../libs/measures/fold/program.measure.js';
import { layoutOf } from '../../../libs/measures/layout.measure.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import type { Told } from '../../../libs/measures/measure.testkit.js';
import { DifferenceTable } from '../../../libs/measures/rows/difference-table.measure.js';
import { encodeRows } from '../../../libs/measures/rows/rows.codec.js';
import { rulesOf } from '../../../libs/register/register-rules.rule.js';
import { loadRegister } from '../../../libs/register/register.store.js';
import { aSegment } from '../../../libs/store/checkpoint.testkit.js';
import type { CaseReplacement, Counts } from '../../../libs/store/engine-store.port.js';
import type { QueryDoor } from '../query.testkit.js';

/** Cases by subject, each with its facts in the order of the log. */
export type ToldCases = Readonly<Record<string, readonly Told[]>>;

const generation = 'g1';
const rules = rulesOf(loadRegister());

/** Begins the first generation, by these measures. */
export async function beginCounting(door: QueryDoor, counted: readonly Measure[] = measures): Promise<void> {
  await door.begin(generation, layoutOf(counted));
}

/** Saves cases that are new, and the figures that they make, as an engine would, in one partition. */
export async function countCases(
  { log, store }: QueryDoor,
  partition: number,
  cases: ToldCases,
  { counts = {}, storesCases = true, counted = measures }: Partial<Counting> = {},
): Promise<void> {
  const program = programOf(counted, rules);
  const differences = new DifferenceTable();
  const last = await store.lastSegment(generation, partition);
  const from = (last?.through ?? -1) + 1;
  let offset = from;
  const replacements: CaseReplacement[] = [];
  for (const [subject, facts] of Object.entries(cases)) {
    const state = CaseState.empty();
    for (const told of facts) {
      const fact: RecordedFact = { ...told, offset };
      foldFact(state, fact, program, differences);
      offset += 1;
    }
    replacements.push({ subject, through: state.through, readThrough: null, facts: encodeFacts(state.facts) });
  }
  await log.append(Array.from({ length: offset - from }, () => ({ key: 'CASE-000001', value: '{}', partition })));
  const rows = differences.drain();
  const segment = aSegment((last?.last ?? -1) + 1, undefined, {
    generation,
    partition,
    from,
    through: offset - 1,
    counts: { applied: offset, duplicates: 0, quarantined: 0, ...counts },
    feeds: {},
    rowCount: rows.length,
    rows: encodeRows(rows),
  });
  await store.insertSegment(segment);
  if (!storesCases) return;
  await store.replaceCases(generation, partition, replacements);
  await store.advancePosition(generation, partition, offset);
}

interface Counting {
  readonly counts: Partial<Counts>;
  /** Whether the cases are stored too, or the engine is cut short before. */
  readonly storesCases: boolean;
  readonly counted: readonly Measure[];
}
