import type { ReleasedRow } from './released-rows.rule.js';

/** A column of the table of measures, the same in every format. */
export interface Column {
  /** In CSV. */
  readonly name: string;
  /** In a spreadsheet: unique, with the unit. */
  readonly heading: string;
  readonly description: string;
  readonly datatype: 'string' | 'number';
  /** Whether it holds several texts, apart by spaces. */
  readonly list?: true;
  /** In a spreadsheet, in centimetres. */
  readonly width: number;
  readonly cell: (row: ReleasedRow) => string | number | null;
}

const inItsUnit = 'in the unit of its row';

/** The columns in their order. */
export const COLUMNS: readonly Column[] = [
  {
    name: 'framework',
    heading: 'Framework measure (id)',
    description: 'Id of the measure in the measurement framework.',
    datatype: 'string',
    width: 3,
    cell: ({ framework }) => framework,
  },
  {
    name: 'title',
    heading: 'Title',
    description: 'What the framework calls the measure.',
    datatype: 'string',
    width: 8,
    cell: ({ title }) => title,
  },
  {
    name: 'commitments',
    heading: 'Commitments (edition/number)',
    description: 'The commitments of the charter that the measure is about, each as edition/number.',
    datatype: 'string',
    list: true,
    width: 4,
    cell: ({ commitments }) => commitments.map(({ edition, id }) => `${edition}/${id}`).join(' '),
  },
  {
    name: 'evidence',
    heading: 'Evidence (kind)',
    description: 'What stands for the measure: computed, survey, reported or narrative; gap where nothing does.',
    datatype: 'string',
    width: 3,
    cell: ({ evidence }) => evidence.kind,
  },
  {
    name: 'measure',
    heading: 'Measured by (id)',
    description: 'Id of the computed measure or of the question of a survey.',
    datatype: 'string',
    width: 5,
    cell: ({ evidence }) => evidence.measure,
  },
  {
    name: 'relation',
    heading: 'Relation (direct or proxy)',
    description: 'Direct: it is the evidence. Proxy: it is related, and does not count as the evidence.',
    datatype: 'string',
    width: 3,
    cell: ({ evidence }) => evidence.relation,
  },
  {
    name: 'value',
    heading: `Value (${inItsUnit})`,
    description: `The figure, ${inItsUnit}.`,
    datatype: 'number',
    width: 4,
    cell: ({ value }) => value,
  },
  {
    name: 'numerator',
    heading: 'Numerator (count, or sum of a mean)',
    description: 'How many of the denominator; of a mean the sum.',
    datatype: 'number',
    width: 4,
    cell: ({ numerator }) => numerator,
  },
  {
    name: 'denominator',
    heading: 'Denominator (count)',
    description: 'How many are counted in all.',
    datatype: 'number',
    width: 4,
    cell: ({ denominator }) => denominator,
  },
  {
    name: 'low',
    heading: 'Lower end of the 95% interval (proportion)',
    description: 'Of the Wilson interval, which describes chance variation between periods, not sampling.',
    datatype: 'number',
    width: 4,
    cell: ({ interval }) => interval?.low ?? null,
  },
  {
    name: 'high',
    heading: 'Upper end of the 95% interval (proportion)',
    description: 'Of the Wilson interval, which describes chance variation between periods, not sampling.',
    datatype: 'number',
    width: 4,
    cell: ({ interval }) => interval?.high ?? null,
  },
  {
    name: 'unit',
    heading: 'Unit of the value',
    description: 'What the value is counted in.',
    datatype: 'string',
    width: 3,
    cell: ({ unit }) => unit,
  },
  {
    name: 'status',
    heading: 'Marks (see the notes)',
    description:
      'p provisional, r revised, c suppressed, x not available, z not applicable, b break in the series; apart by spaces.',
    datatype: 'string',
    list: true,
    width: 3,
    cell: ({ status }) => (status.length === 0 ? null : status.join(' ')),
  },
  {
    name: 'revision',
    heading: `Revision (${inItsUnit})`,
    description: 'By how much the value grew since the release before this one.',
    datatype: 'number',
    width: 4,
    cell: ({ revision }) => revision,
  },
  {
    name: 'classification',
    heading: 'Classification',
    description: 'What kind of figure it is.',
    datatype: 'string',
    width: 6,
    cell: ({ classification }) => classification,
  },
  {
    name: 'text',
    heading: 'Text (narrative or note)',
    description: 'What was told instead of a figure, or the note to a reported one.',
    datatype: 'string',
    width: 12,
    cell: ({ text }) => text,
  },
];
