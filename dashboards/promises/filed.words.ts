import { dateText } from '../figures/periods.words.js';
import type { Evidence, Filed, ReportedFigure } from '../query-client/answers.fact.js';

/** As reported, to four decimals at most: what it is counted in is not known. */
const asReported = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });

/** The latest year of which something was reported or filed; `null` where nothing was, or it is not open to the reader. */
export function latestFiled(filed: readonly Filed[] | null): Filed | null {
  return filed?.findLast(({ figure, entries }) => figure !== null || entries.length > 0) ?? null;
}

/** What was reported, or that something was told in words: `Reported for 2025-26: 0.5 (20 of 40).` */
export function filedSentence({ year, figure, entries }: Filed): string {
  if (figure !== null) return `Reported for ${year}: ${figureText(figure)}.`;
  return entries.length === 1
    ? `Told in words for ${year}.`
    : `Told in words for ${year}, in ${entries.length} entries.`;
}

/** Who told something, and when. */
export function tellingWords({ source, time }: Pick<ReportedFigure, 'source' | 'time'>): string {
  return `Told by ${source} on ${dateText(time.slice(0, 10))}`;
}

/** Whether evidence is told by people and not counted. */
export function isTold({ kind }: Evidence): boolean {
  return kind === 'reported' || kind === 'narrative';
}

/** A value that was reported, to four decimals at most. */
export function reportedText(value: number): string {
  return asReported.format(value);
}

function figureText({ value, numerator, denominator }: ReportedFigure): string {
  const text = asReported.format(value);
  if (numerator === null || denominator === null) return text;
  return `${text} (${asReported.format(numerator)} of ${asReported.format(denominator)})`;
}
