import { numberText, shareText } from '../../figures/units.words.js';
import type { Evidence, Indicator } from '../../query-client/answers.fact.js';
import type { ReleasedRow } from '../../query-client/releases.fact.js';
import { reportedText } from '../filed.words.js';

/** The row in which what people told for an indicator was published; `null` where nothing was. */
export function publishedTelling(
  { framework, evidence }: Pick<Indicator, 'framework' | 'evidence'>,
  rows: readonly ReleasedRow[],
): ReleasedRow | null {
  const row = rows.find((one) => one.framework === framework && one.evidence.kind === evidence.kind);
  if (row === undefined || row.status.includes('x')) return null;
  return row.evidence.kind === 'reported' || row.evidence.kind === 'narrative' ? row : null;
}

/** That something was told, and the figure where it is one: `Reported for 2025-26: 86% (90 of 105).` */
export function publishedTellingSentence(row: ReleasedRow, year: string): string {
  if (row.evidence.kind === 'narrative') return `Told in words for ${year}.`;
  if (row.value === null) return `A figure was reported for ${year}. It is held back to protect people.`;
  return `Reported for ${year}: ${figureText(row)}.`;
}

/** That people told nothing of a year: `Nothing was written for 2025-26.` */
export function untoldSentence({ kind }: Evidence, year: string): string {
  return `Nothing was ${kind === 'narrative' ? 'written' : 'reported'} for ${year}.`;
}

/** With its counts it is a share, whether it was reported as one or as a percentage; without them it stands as reported. */
function figureText({ value, numerator, denominator }: ReleasedRow): string {
  if (numerator === null || denominator === null) return value === null ? '' : reportedText(value);
  return `${shareText(numerator / denominator, true)} (${numberText(numerator)} of ${numberText(denominator)})`;
}
