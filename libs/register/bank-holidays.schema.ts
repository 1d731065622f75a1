import { date, text } from './text.schema.js';

/** Scotland's bank holidays that fall on a weekday, known for the days `from` to `to`. */
export interface BankHolidays {
  readonly title: string;
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly holidays: readonly { readonly date: string; readonly name: string }[];
}

/** What `scotland-bank-holidays.json` must look like. */
export const bankHolidaysSchema = {
  type: 'object',
  required: ['title', 'source', 'from', 'to', 'holidays'],
  additionalProperties: false,
  properties: {
    title: text,
    source: text,
    from: date,
    to: date,
    holidays: {
      type: 'array',
      items: {
        type: 'object',
        required: ['date', 'name'],
        additionalProperties: false,
        properties: { date, name: text },
      },
    },
  },
} as const;
