import type { FilingKind } from './fileable.rule.js';

/** The limits of the facts (contract: events, "Reported"), in characters. */
export const LONGEST = { note: 500, title: 120, summary: 2_000 } as const;

export type FieldName = 'year' | 'value' | 'numerator' | 'denominator' | 'note' | 'title' | 'summary' | 'link';

/** The fields of each form, in their order on the page. */
export const fieldsOf = {
  figure: ['year', 'value', 'numerator', 'denominator', 'note'],
  evidence: ['year', 'title', 'summary', 'link'],
} as const satisfies Readonly<Record<FilingKind, readonly FieldName[]>>;

/** What stands in each field. */
export type Typed = Readonly<Partial<Record<FieldName, string>>>;

/** What is wrong with a field, in words that say how to put it right. */
export interface FieldFault {
  /** `null`: no one field is at fault. */
  readonly field: FieldName | null;
  readonly words: string;
}

/** The members of the fact's `data` but for the measure; those left empty are not there. */
export type FiledMembers = Readonly<Partial<Record<FieldName, string | number>>>;

export type Checked =
  | { readonly ok: true; readonly members: FiledMembers }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

/** Reads the fields of a sent form: without spaces around them, lines ended as JSON has them. What is no text is empty. */
export function typedIn(form: Readonly<Record<string, unknown>>, kind: FilingKind): Typed {
  return Object.fromEntries(
    fieldsOf[kind].map((name) => {
      const sent = Object.hasOwn(form, name) ? form[name] : '';
      return [name, typeof sent === 'string' ? sent.replaceAll('\r\n', '\n').trim() : ''];
    }),
  );
}

/** What is to be filed, or every fault, in the order of the fields. */
export function checkFiling(kind: FilingKind, typed: Typed, years: readonly string[]): Checked {
  const members: Partial<Record<FieldName, string | number>> = {};
  const faults: FieldFault[] = [];
  for (const field of fieldsOf[kind]) {
    const text = typed[field] ?? '';
    const words = faultOf(field, text, years);
    if (words !== null) faults.push({ field, words });
    else if (text !== '') members[field] = isNumber(field) ? numberOf(text) : text;
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, members };
}

function faultOf(field: FieldName, text: string, years: readonly string[]): string | null {
  switch (field) {
    case 'year':
      return years.includes(text) ? null : 'Choose a year from the list';
    case 'value':
      return text === '' ? 'Enter the figure' : numberFault('The figure', text);
    case 'numerator':
      return text === '' ? null : numberFault('How many', text);
    case 'denominator':
      return text === '' ? null : numberFault('Out of how many', text);
    case 'note':
      return lengthFault('The note', text, LONGEST.note);
    case 'title':
      return text === '' ? 'Enter a title' : lengthFault('The title', text, LONGEST.title);
    case 'summary':
      return text === '' ? 'Enter what happened' : lengthFault('What happened', text, LONGEST.summary);
    case 'link':
      return text === '' || isHttpsAddress(text) ? null : 'Enter a link that begins with https://, or leave it empty';
  }
}

function isNumber(field: FieldName): boolean {
  return field === 'value' || field === 'numerator' || field === 'denominator';
}

/** As people write it: commas between thousands, or none. At most 15 digits, so that what is filed is what was typed. */
const written = /^-?(\d{1,15}|\d{1,3}(,\d{3}){1,4})(\.\d{1,15})?$/;
const MOST_DIGITS = 15;

function numberOf(text: string): number {
  return Number(text.replaceAll(',', ''));
}

function numberFault(name: string, text: string): string | null {
  if (!written.test(text)) return `${name} must be a number, like 0.525 or 1,234, without signs such as % or £`;
  const digits = text.replaceAll(/\D/g, '').length;
  return digits <= MOST_DIGITS ? null : `${name} must have ${MOST_DIGITS} digits or fewer`;
}

/** Characters are code points, as the contract counts them. */
function lengthFault(name: string, text: string, longest: number): string | null {
  const over = Array.from(text).length - longest;
  if (over <= 0) return null;
  const most = longest.toLocaleString('en-GB');
  return `${name} must have ${most} characters or fewer; it has ${over} too many`;
}

function isHttpsAddress(text: string): boolean {
  return /^https:\/\/[^/?#\s]+\S*$/i.test(text) && URL.canParse(text);
}
