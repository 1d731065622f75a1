import type { AggregateRow } from './aggregate-row.fact.js';
import { canonicalJson } from './canonical-json.codec.js';

/** The members of a row that can change while it stays the same row. */
export const COMPARED = [
  'value',
  'numerator',
  'denominator',
  'interval',
  'unit',
  'status',
  'text',
  'title',
  'commitments',
] as const satisfies readonly (keyof AggregateRow)[];

export type ComparedMember = (typeof COMPARED)[number];

/** How one row differs between two releases. */
export interface Change {
  /** Which row, as `byKey` names it. */
  readonly key: string;
  readonly framework: string;
  readonly title: string;
  readonly evidence: AggregateRow['evidence'];
  readonly kind: 'added' | 'removed' | 'changed';
  /** What changed, in the order of `COMPARED`; empty for what is added or removed. */
  readonly members: readonly ComparedMember[];
  /** `null` where the row is added. */
  readonly before: AggregateRow | null;
  /** `null` where the row is removed. */
  readonly after: AggregateRow | null;
  /** By how much the value grew, in the unit after; `null` where one of the two has none, or the unit changed. */
  readonly size: number | null;
}

/** Row by row, what is different in `after`: in its order, then what is gone, in the order it had. */
export function differencesBetween(before: readonly AggregateRow[], after: readonly AggregateRow[]): readonly Change[] {
  const old = byKey(before);
  const recent = byKey(after);
  const here = [...recent].flatMap(([key, row]) => changeOf(key, old.get(key) ?? null, row) ?? []);
  const gone = [...old].filter(([key]) => !recent.has(key)).flatMap(([key, row]) => changeOf(key, row, null) ?? []);
  return [...here, ...gone];
}

/** Rows by what makes them the same row: the measure, the evidence, and which of several alike it is. */
export function byKey(rows: readonly AggregateRow[]): ReadonlyMap<string, AggregateRow> {
  const keyed = new Map<string, AggregateRow>();
  for (const row of rows) {
    const { kind, measure, relation } = row.evidence;
    let ordinal = 0;
    while (keyed.has(JSON.stringify([row.framework, kind, measure, relation, ordinal]))) ordinal += 1;
    keyed.set(JSON.stringify([row.framework, kind, measure, relation, ordinal]), row);
  }
  return keyed;
}

function changeOf(key: string, before: AggregateRow | null, after: AggregateRow | null): Change | null {
  const row = after ?? before;
  if (row === null) return null;
  const { framework, title, evidence } = row;
  const named = { key, framework, title, evidence, before, after };
  if (before === null) return { ...named, kind: 'added', members: [], size: null };
  if (after === null) return { ...named, kind: 'removed', members: [], size: null };
  const members = COMPARED.filter(
    (member) => canonicalJson(comparable(before)[member]) !== canonicalJson(comparable(after)[member]),
  );
  return members.length === 0 ? null : { ...named, kind: 'changed', members, size: sizeBetween(before, after) };
}

/** A row without its mark `r`, which speaks of the release before and not of the figure, and with a text that is Unicode. */
function comparable(row: AggregateRow): AggregateRow {
  return { ...row, status: row.status.filter((mark) => mark !== 'r'), text: row.text?.toWellFormed() ?? null };
}

function sizeBetween(before: AggregateRow, after: AggregateRow): number | null {
  if (before.value === null || after.value === null || before.unit !== after.unit) return null;
  // Twelve digits hold every figure; what lies beyond is the noise of subtracting.
  return Number((after.value - before.value).toPrecision(12));
}
