import type { Status } from '../../../libs/measures/figures/observe.measure.js';
import type { AggregateRow } from '../../../libs/publication/aggregate-row.fact.js';
import type { Check } from './check.fact.js';
import { checkOf, counted } from './check.rule.js';

const ASKED_OF_PEOPLE: ReadonlySet<AggregateRow['evidence']['kind']> = new Set(['reported', 'narrative', 'survey']);

/** What the rows of a year lack: `exact` as the compiler has them, `published` as everybody would. */
export function rowChecks(exact: readonly AggregateRow[], published: readonly AggregateRow[]): readonly Check[] {
  return [...exact.flatMap(checksOfRow), ...suppressionChecks(published)];
}

function checksOfRow(row: AggregateRow): readonly Check[] {
  const { framework, title, evidence } = row;
  const about = { frameworks: [framework], measure: evidence.measure };
  const named = `${framework} “${title}”`;
  if (evidence.kind === 'gap') {
    const says = `${named} is a gap: nothing stands for it itself.`;
    return [checkOf({ check: 'no-direct-evidence', weight: 'look', says, ...about })];
  }
  if (ASKED_OF_PEOPLE.has(evidence.kind)) {
    const isThere = row.value !== null || (evidence.kind === 'narrative' && !isMarked(row, 'x'));
    return isThere
      ? []
      : [checkOf({ check: 'nothing-filed', weight: 'look', says: `${named}: ${lack(evidence.kind)}.`, ...about })];
  }
  if (!isMarked(row, 'x')) return [];
  const says = `${named}: ${evidence.measure ?? 'its measure'} gives no figure for the year.`;
  return [checkOf({ check: 'not-counted', weight: 'look', says, ...about })];
}

function lack(kind: AggregateRow['evidence']['kind']): string {
  if (kind === 'survey') return 'no answers to the question have come in';
  return kind === 'reported' ? 'no figure has been reported' : 'nothing has been filed in words';
}

function suppressionChecks(published: readonly AggregateRow[]): readonly Check[] {
  const suppressed = published.filter((row) => isMarked(row, 'c'));
  if (suppressed.length === 0) return [];
  const frameworks = [...new Set(suppressed.map(({ framework }) => framework))];
  const says = `${counted(suppressed.length, 'row')} of ${published.length} will be suppressed in the published table.`;
  return [checkOf({ check: 'suppressed', weight: 'look', says, frameworks, count: suppressed.length })];
}

function isMarked({ status }: Pick<AggregateRow, 'status'>, mark: Status): boolean {
  return status.includes(mark);
}
