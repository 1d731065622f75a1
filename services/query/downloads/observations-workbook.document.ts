import { ODS_MEDIA_TYPE } from '../../../libs/publication/ods/ods.codec.js';
import type { Operation } from '../../../libs/openapi/operation.document.js';
import { text } from '../../../libs/openapi/json.schema.js';
import { observationsOperation } from '../observations/observations.document.js';
import { beingComputedAnswer, cannotBeAnsweredAnswer } from '../refusal.document.js';

export const WORKBOOK_MEMBERS: readonly string[] = [
  'measure',
  'grain',
  'from',
  'to',
  'by',
  'filter[<dimension>]',
  'asOf',
];

export const observationsWorkbookOperation: Operation = {
  id: 'downloadObservations',
  summary: 'The figures of a measure as a spreadsheet',
  description:
    'An OpenDocument spreadsheet: a cover with filters, the day known and a checksum, the marks, and one table. The ' +
    'figures are exact: whoever sees controlled figures only is refused.',
  parameters: (observationsOperation.parameters ?? []).filter(({ name }) => name !== 'format'),
  answers: {
    200: { description: 'A spreadsheet.', content: { [ODS_MEDIA_TYPE]: { schema: text } } },
    400: cannotBeAnsweredAnswer,
    503: beingComputedAnswer,
  },
};
