import { explained, markInsteadOfValue, type MarkExplained } from '../figures/marks.words.js';
import { pointOf } from '../figures/story-point.story.js';
import { amountText, numberText, type Measured } from '../figures/units.words.js';
import type { Mark, Observation, ObservationsAnswer } from '../query-client/answers.fact.js';
import type { ReleasedRow } from '../query-client/releases.fact.js';
import { differenceText } from './difference.words.js';
import { besideMarks } from './figure-text.words.js';

/** The same figures as known at several moments, side by side: a row for each, a cell for each moment. */
export interface ComparedRows {
  /** What the rows are of: `Period`. */
  readonly of: string;
  readonly moments: readonly string[];
  readonly rows: readonly ComparedRow[];
  readonly marks: readonly MarkExplained[];
}

interface ComparedRow {
  readonly label: string;
  readonly cells: readonly string[];
  /** From the first moment to the last, in words. */
  readonly change: string;
}

/** One figure as known at one moment. */
interface Cell {
  readonly text: string;
  readonly value: number | null;
  readonly marks: readonly Mark[];
}

const absent: Cell = { text: 'not there', value: null, marks: [] };

/** Periods as known at several moments, the earliest first. */
export function periodsSideBySide(
  moments: readonly { readonly name: string; readonly answer: ObservationsAnswer }[],
): ComparedRows {
  const last = moments.at(-1)?.answer;
  const periods = last?.observations ?? [];
  const rows = periods.map((observation) => {
    const label = last === undefined ? '' : pointOf(last.measure, last, observation).label;
    const cells = moments.map(({ answer }) => {
      const found = answer.observations.find(({ period }) => period === observation.period);
      return found === undefined ? absent : observedCell(answer, found);
    });
    return { label, cells, measured: last?.measure ?? countedIn(null) };
  });
  return rowsOf(
    'Period',
    moments.map(({ name }) => name),
    rows,
  );
}

/** A row for each evidence, as released at two moments. */
export function evidencesSideBySide(
  moments: readonly { readonly name: string; readonly rows: readonly ReleasedRow[] }[],
  titleOf: (row: ReleasedRow) => string,
  of = 'What stands for it',
): ComparedRows {
  const keys = new Map(moments.flatMap(({ rows }) => rows.map((row) => [keyOf(row), row] as const)));
  const rows = [...keys].map(([key, row]) => ({
    label: titleOf(row),
    cells: moments.map((moment) => {
      const found = moment.rows.find((one) => keyOf(one) === key);
      return found === undefined ? absent : releasedCell(found);
    }),
    measured: countedIn(row.unit),
  }));
  return rowsOf(
    of,
    moments.map(({ name }) => name),
    rows,
  );
}

/** What a released figure is counted in, as words for a value need it. */
export function countedIn(unit: string | null): Measured {
  return unit === 'proportion' ? { kind: 'proportion', unit } : { kind: 'count', unit: unit ?? '' };
}

/** A released figure in words: `58% (2,380 of 4,085)`; of what is told in words, its text. */
export function releasedText(row: ReleasedRow): string {
  return releasedCell(row).text;
}

function releasedCell({ value, numerator, denominator, unit, status, text }: ReleasedRow): Cell {
  if (value === null) return { text: text ?? markInsteadOfValue(status), value, marks: text === null ? status : [] };
  // The values of both tables are rounded as they are meant to be read; a whole per cent has no decimals to show.
  const isWhole = unit === 'proportion' && Number.isInteger(Math.round(value * 1e6) / 1e4);
  const amount = amountText(countedIn(unit), value, isWhole).trim();
  const beside =
    numerator === null || denominator === null ? '' : ` (${numberText(numerator)} of ${numberText(denominator)})`;
  return { text: [`${amount}${beside}`, ...besideMarks(status)].join(' '), value, marks: status };
}

function observedCell(answer: ObservationsAnswer, observation: Observation): Cell {
  const { text, detail, value } = pointOf(answer.measure, answer, observation);
  const beside = detail === '' ? '' : ` (${detail})`;
  return {
    text: [`${text}${beside}`, ...besideMarks(observation.status)].join(' '),
    value,
    marks: observation.status,
  };
}

function rowsOf(
  of: string,
  moments: readonly string[],
  rows: readonly { readonly label: string; readonly cells: readonly Cell[]; readonly measured: Measured }[],
): ComparedRows {
  return {
    of,
    moments,
    rows: rows.map(({ label, cells, measured }) => ({
      label,
      cells: cells.map(({ text }) => text),
      change: changeOf(cells, measured),
    })),
    marks: explained(rows.flatMap(({ cells }) => cells.flatMap(({ marks }) => marks))),
  };
}

function changeOf(cells: readonly Cell[], measured: Measured): string {
  const first = cells.at(0) ?? absent;
  const last = cells.at(-1) ?? absent;
  if (first.text === last.text) return 'no change';
  if (first.value === null && last.value === null) return 'changed';
  return first.value === last.value ? 'the numbers behind it' : differenceText(measured, first.value, last.value);
}

function keyOf({ framework, evidence: { kind, measure, relation } }: ReleasedRow): string {
  return JSON.stringify([framework, kind, measure, relation]);
}
