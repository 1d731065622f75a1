import type { LengthBand } from '../../query-client/length-answers.fact.js';
import { durationText, numberText } from '../../figures/units.words.js';

/** A band by its ends: `0–4`, `41 or more`; of seconds `15 s–29 s`. */
export function bandText({ from, to }: Pick<LengthBand, 'from' | 'to'>, unit: string): string {
  const text = unit === 'seconds' ? durationText : numberText;
  if (to === null) return `${text(from)} or more`;
  return from === to ? text(from) : `${text(from)}–${text(to)}`;
}

/** A band of waiting by its code: `0–20`, `101 or more`. */
export function waitingText(code: string): string {
  const [from = '', to = ''] = code.split('-');
  return to === 'plus' ? `${from} or more` : `${from}–${to}`;
}
