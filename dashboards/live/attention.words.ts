import { dateOfInstantText, momentText, monthText } from '../figures/periods.words.js';
import { stateWord } from '../figures/state.words.js';
import type { Standing, State, StateChange } from '../query-client/answers.fact.js';

/** Since when a measure has stood as it does, and how before; `null` where that is not known. */
export function sinceText({ since, changedFrom }: Pick<Standing, 'since' | 'changedFrom'>): string | null {
  if (since === null) return null;
  if (changedFrom === null) return `It was like this when first looked at, on ${dateOfInstantText(since)}.`;
  return `It has been like this since ${momentText(since)}; before that it was ${inText(changedFrom)}.`;
}

/** How much of what may go wrong in the year did; `null` where that cannot be said. */
export function allowanceText({ allowance }: Pick<Standing, 'allowance'>): string | null {
  return allowance === null ? null : `${allowance.text}.`;
}

/** After the measure's name: `went from on target to off target (October 2026).` */
export function changeText({ from, to, period }: Pick<StateChange, 'from' | 'to' | 'period'>): string {
  return `went from ${inText(from)} to ${inText(to)} (${monthText(period)}).`;
}

/** A state's word as it stands within a sentence. */
function inText(state: State): string {
  return `“${stateWord(state)}”`;
}
