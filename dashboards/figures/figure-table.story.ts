import type { MeasureHeading } from '../query-client/answers.fact.js';
import { explained, type MarkExplained, markText } from './marks.words.js';
import { capitalised } from './sentence.words.js';
import type { StoryPoint } from './story-point.story.js';
import { aimText, numberText, shareText, unitText } from './units.words.js';

/** A table of which every row is a point of the chart; the first column names the period. */
export interface StoryTable {
  /** `unit` is `null` where the cells carry it or have none. */
  readonly columns: readonly { readonly name: string; readonly unit: string | null }[];
  readonly rows: readonly (readonly string[])[];
  /** The marks that occur in the rows, each with what it means. */
  readonly marks: readonly MarkExplained[];
}

interface Column {
  readonly name: string;
  readonly unit: string | null;
  readonly cell: (point: StoryPoint) => string;
}

/** The table of a series. */
export function tableOf(measure: MeasureHeading, points: readonly StoryPoint[], isWhole: boolean): StoryTable {
  const columns: readonly Column[] = [
    { name: 'Period', unit: null, cell: ({ label }) => capitalised(label) },
    ...valueColumns(measure, points, isWhole),
    ...(points.some(({ target }) => target !== null) ? [targetColumn(measure)] : []),
    ...(points.some((point) => notesOf(point) !== '') ? [{ name: 'Notes', unit: null, cell: notesOf }] : []),
  ];
  return {
    columns: columns.map(({ name, unit }) => ({ name, unit })),
    rows: points.map((point) => columns.map(({ cell }) => cell(point))),
    marks: explained(points.flatMap(({ marks }) => marks)),
  };
}

function valueColumns(measure: MeasureHeading, points: readonly StoryPoint[], isWhole: boolean): readonly Column[] {
  const { kind } = measure;
  const unit = measure.unit === 'seconds' ? null : unitText(measure.unit);
  const value = (name: string, unitOfValue: string | null): Column => ({
    name,
    unit: unitOfValue,
    cell: ({ text }) => text,
  });
  const counted: Column = { name: 'Counted', unit: null, cell: orMark(({ denominator }) => textOf(denominator)) };
  switch (kind) {
    case 'proportion':
    case 'limit':
      return [
        value('Share', null),
        { name: 'Number', unit: null, cell: orMark(({ detail }) => detail) },
        { name: 'Range that chance explains', unit: null, cell: orMark((point) => rangeOf(point, isWhole)) },
      ];
    case 'time':
      return [
        value('Median', unit),
        { name: 'Nine in ten took no longer than', unit, cell: orMark(({ p90 }) => textOf(p90)) },
        counted,
      ];
    case 'mean':
      return [value('Mean', unit), counted];
    case 'shares':
      return [value('Total', unit), ...partColumns(points)];
    case 'count':
      return [value('Number', unit)];
    case 'stock':
      return [value('Number at the end', unit)];
  }
}

function partColumns(points: readonly StoryPoint[]): readonly Column[] {
  const names = new Map(points.flatMap(({ parts }) => parts.map(({ code, name }) => [code, name] as const)));
  return [...names].map(([code, name]) => ({
    name: capitalised(name),
    unit: null,
    cell: ({ parts, text }) => parts.find((part) => part.code === code)?.text ?? text,
  }));
}

function targetColumn(measure: MeasureHeading): Column {
  return { name: 'Target', unit: null, cell: ({ target }) => (target === null ? 'none' : aimText(measure, target)) };
}

/** A cell that is as empty as its value carries the same mark. */
function orMark(cell: (point: StoryPoint) => string): (point: StoryPoint) => string {
  return (point) => (point.value === null ? point.text : cell(point) || 'not given');
}

function rangeOf({ interval }: StoryPoint, isWhole: boolean): string {
  return interval === null ? '' : `${shareText(interval.low, isWhole)} to ${shareText(interval.high, isWhole)}`;
}

function textOf(number: number | null): string {
  return number === null ? '' : numberText(number);
}

function notesOf({ marks, complete }: StoryPoint): string {
  return [...marks.map(markText), ...(complete ? [] : ['so far'])].join(' ');
}
