import { guardedText } from '../formula-guard.codec.js';

/** A field of CSV: a text is guarded against formulas, a number is written as it is, `null` is empty. */
export type Field = string | number | null;

/** Lines of fields as CSV (RFC 4180): every line ends in CRLF. */
export function csvOf(lines: readonly (readonly Field[])[]): string {
  return lines.map((fields) => `${fields.map(fieldText).join(',')}\r\n`).join('');
}

function fieldText(field: Field): string {
  const text = typeof field === 'string' ? guardedText(field) : String(field ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
