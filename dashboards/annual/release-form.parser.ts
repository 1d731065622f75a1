import { endOfLocalDay, localDay, parseDay } from '../../libs/calendars/local-date.calendar.js';
import { formatInstant } from '../../libs/calendars/instant.calendar.js';

/** The longest note of a release, in characters. */
export const LONGEST_NOTE = 2_000;

/** From 09:30 to midnight, in milliseconds: releases are let out at 09:30. */
const AFTER_HALF_PAST_NINE = 14.5 * 3_600_000;

export type ReleaseField = 'state' | 'note' | 'embargo';

/** What stands in the fields of the form. */
export type TypedRelease = Readonly<Record<ReleaseField, string>>;

/** What is wrong with a field, in words that say how to put it right; `null`: with no one field. */
export interface ReleaseFault {
  readonly field: ReleaseField | null;
  readonly words: string;
}

/** The body of `POST /v1/releases`, but for the year. */
export interface ReleaseOrder {
  readonly state: 'provisional' | 'final';
  readonly note: string;
  readonly embargoUntil?: string;
}

export type CheckedRelease =
  | { readonly ok: true; readonly order: ReleaseOrder }
  | { readonly ok: false; readonly faults: readonly ReleaseFault[] };

/** Reads the fields of a sent form; what is no text is empty. */
export function typedRelease(form: Readonly<Record<string, unknown>>): TypedRelease {
  const text = (name: ReleaseField): string => {
    const sent = Object.hasOwn(form, name) ? form[name] : '';
    return typeof sent === 'string' ? sent.replaceAll('\r\n', '\n').trim() : '';
  };
  return { state: text('state'), note: text('note'), embargo: text('embargo') };
}

/** What is to be made, or every fault, in the order of the fields. */
export function checkRelease({ state, note, embargo }: TypedRelease, mayBeFinal: boolean, now: number): CheckedRelease {
  const faults: ReleaseFault[] = [];
  if (state !== 'provisional' && state !== 'final') faults.push({ field: 'state', words: 'Choose what it is' });
  if (state === 'final' && !mayBeFinal) faults.push({ field: 'state', words: 'The year cannot be final yet' });
  const over = Array.from(note).length - LONGEST_NOTE;
  if (over > 0)
    faults.push({ field: 'note', words: `The note must have 2,000 characters or fewer; it has ${over} too many` });
  const day = embargo === '' ? null : parseDay(embargo);
  if (embargo !== '' && (day === null || day <= localDay(now))) {
    faults.push({ field: 'embargo', words: 'Enter a day after today, like 2026-06-30, or leave it empty' });
  }
  if (faults.length > 0 || (state !== 'provisional' && state !== 'final')) return { ok: false, faults };
  const until = day === null ? {} : { embargoUntil: formatInstant(endOfLocalDay(day) - AFTER_HALF_PAST_NINE) };
  return { ok: true, order: { state, note, ...until } };
}
