import type { Observation } from '../../../libs/measures/figures/observe.measure.js';
import { digestOf } from '../../../libs/publication/digest.codec.js';
import { markInBrackets, MARKS } from '../../../libs/publication/downloads/marks.fact.js';
import type { Cell, Sheet, SheetColumn, Spreadsheet } from '../../../libs/publication/ods/sheet.fact.js';
import type { Answer } from '../observations/observations.service.js';

/** What a workbook of figures says beside them. */
export interface AboutFigures {
  /** Codes by dimension. */
  readonly filter: Readonly<Record<string, string>>;
  /** Of the definition of the measure, SHA-256. */
  readonly definitionHash: string;
  /** RFC 3339, UTC. */
  readonly madeAt: string;
}

const SYNTHETIC = 'Synthetic data: no figure is about real people.';

/** An answer as a spreadsheet: a cover that says what it is, the marks, and one table of the figures. */
export function observationsWorkbook(answer: Answer, about: AboutFigures): Spreadsheet {
  const { title } = answer.measure;
  const sheets = [cover(answer, about), notes(), figures(answer)];
  return { title, madeAt: about.madeAt, sheets: sheets.map((one) => ({ ...one, lines: [SYNTHETIC, ...one.lines] })) };
}

function cover(answer: Answer, { filter, definitionHash, madeAt }: AboutFigures): Sheet {
  const { measure, grain, by, asOf, audience, observations, freshness } = answer;
  const filters = Object.entries(filter).map(([dimension, code]) => `${dimension}: ${code}`);
  const rows: readonly (readonly [string, string])[] = [
    ['Title', measure.title],
    ['Data', 'Synthetic data. Every case is made up; no figure is about real people.'],
    ['Measure', measure.id],
    ['Version of the definition', measure.version],
    ['Hash of the definition', definitionHash],
    ['Unit', measure.unit],
    ['Periods', `${observations[0]?.period ?? 'none'} to ${observations.at(-1)?.period ?? 'none'}, by ${grain}`],
    ['Broken down by', by.join(', ') || 'Nothing'],
    ['Filters', filters.join(', ') || 'None'],
    ['Known as of', `${asOf} (what was recorded up to the end of that day)`],
    ['Counted to', freshness.countedTo ?? 'Not known'],
    ['Figures', audience === 'scrutiny' ? 'After disclosure control' : 'Exact. Not to be published.'],
    ['Classification', 'Management information, live: a release is what is published.'],
    ['Made at', madeAt],
    ['Checksum of the rows', `${digestOf(observations)} (SHA-256 of their canonical JSON)`],
  ];
  return sheetOf('Cover', measure.title, ['What this spreadsheet is. It has one table.'], {
    columns: columnsOf(['What', 6], ['Details', 24]),
    rows,
  });
}

function notes(): Sheet {
  const lines = [
    'Marks in the tables, and what they mean. It has one table.',
    'A proportion is between 0 and 1. Its interval describes chance variation between periods, not sampling.',
  ];
  return sheetOf('Notes', 'Notes', lines, {
    columns: columnsOf(['Mark', 3], ['Meaning', 24]),
    rows: MARKS.map(({ code, meaning }) => [markInBrackets(code), meaning]),
  });
}

interface Column extends SheetColumn {
  readonly cell: (row: Observation) => Cell | null;
}

function figures({ measure, by, observations }: Answer): Sheet {
  const { title, unit, kind } = measure;
  const codes = observations.flatMap(({ parts }) => Object.keys(parts ?? {}));
  const columns: readonly Column[] = [
    { heading: 'Period (code)', width: 4, cell: ({ period }) => period },
    { heading: 'First day', width: 4, cell: ({ start }) => start },
    { heading: 'Last day', width: 4, cell: ({ end }) => end },
    { heading: 'Over on the day known (yes or no)', width: 4, cell: ({ complete }) => (complete ? 'yes' : 'no') },
    ...by.map((name) => ({
      heading: `${name} (code)`,
      width: 5,
      cell: ({ dimensions }: Observation) => dimensions[name] ?? null,
    })),
    { heading: `Value (${unit})`, width: 4, cell: ({ value }) => value },
    { heading: kind === 'mean' ? 'Sum' : 'Numerator (count)', width: 4, cell: ({ numerator }) => numerator },
    { heading: 'Denominator (count)', width: 4, cell: ({ denominator }) => denominator },
    { heading: 'Lower end of the 95% interval (proportion)', width: 4, cell: ({ interval }) => interval?.low ?? null },
    { heading: 'Upper end of the 95% interval (proportion)', width: 4, cell: ({ interval }) => interval?.high ?? null },
    { heading: `Nine in ten took no longer (${unit})`, width: 4, cell: ({ p90 }) => p90 },
    ...[...new Set(codes)].map((code) => ({
      heading: `Of these ${code} (count)`,
      width: 4,
      cell: ({ parts }: Observation) => parts?.[code] ?? null,
    })),
    { heading: `Target (${unit})`, width: 4, cell: ({ target }) => target },
    {
      heading: 'Marks (see the notes)',
      width: 3,
      cell: ({ status }) => status.map(markInBrackets).join(' ') || 'none',
    },
  ];
  const lines = [
    'One row for each period and combination of codes. Marks are explained in the notes. It has one table.',
  ];
  return sheetOf('Figures', title, lines, {
    columns: columns.map(({ heading, width }) => ({ heading, width })),
    rows: observations.map((row) => columns.map(({ cell }) => cell(row) ?? missing(row))),
  });
}

/** No cell is left empty: a figure that is held back says so, everything else does not apply. */
function missing({ status }: Observation): string {
  return markInBrackets(status.find((mark) => mark === 'c' || mark === 'x') ?? 'z');
}

function sheetOf(
  name: string,
  title: string,
  lines: readonly string[],
  table: Omit<NonNullable<Sheet['table']>, 'name'>,
): Sheet {
  return { name, title, lines, table: { name: `Table_${name.toLowerCase()}`, ...table } };
}

function columnsOf(...columns: readonly (readonly [heading: string, width: number])[]): readonly SheetColumn[] {
  return columns.map(([heading, width]) => ({ heading, width }));
}
