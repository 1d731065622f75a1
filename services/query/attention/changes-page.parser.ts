import { parsed, refused, type Parsed } from '../refusal.rule.js';

/** Where a page of changes begins: below the number that `before` names; by default with the newest. */
export function readBefore(text: string | undefined): Parsed<number> {
  if (text === undefined) return parsed(Infinity);
  if (/^[1-9][0-9]{0,14}$/.test(text)) return parsed(Number(text));
  return refused({ member: 'before', detail: 'Takes the number of a change: what `older` said.' });
}
