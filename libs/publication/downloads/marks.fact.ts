import type { Status } from '../../measures/figures/observe.measure.js';

/** What the marks of a figure mean, for readers (contract: api, `status`). */
export const MARKS: readonly { readonly code: Status; readonly meaning: string }[] = [
  { code: 'p', meaning: 'Provisional: the figure may still change as a matter of course.' },
  { code: 'r', meaning: 'Revised: the figure is not the one that the release before this one showed.' },
  { code: 'c', meaning: 'Suppressed: the figure is not shown, so that it says nothing about single people.' },
  { code: 'x', meaning: 'Not available: there is no figure, although there should be one.' },
  { code: 'z', meaning: 'Not applicable: there can be no figure here.' },
  { code: 'b', meaning: 'Break in the series: the figure cannot be compared with those of earlier years.' },
];

/** A mark as it stands in a table: `[p]`. */
export function markInBrackets(code: Status): string {
  return `[${code}]`;
}
