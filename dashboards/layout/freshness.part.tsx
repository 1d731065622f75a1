import type { JSX } from 'preact';
import { dateText, momentText } from '../figures/periods.words.js';
import type { Freshness } from '../query-client/answers.fact.js';

interface FreshnessLineProps {
  readonly asOf: string;
  readonly freshness: Freshness;
}

/** How far the figures of a page go. */
export function FreshnessLine({ asOf, freshness: { countedTo, lagEvents } }: FreshnessLineProps): JSX.Element {
  return (
    <p class="freshness">
      {countedTo === null
        ? `As known on ${dateText(asOf)}. How far they are counted cannot be told just now.`
        : `As known on ${dateText(asOf)}, counted to ${momentText(countedTo)}.`}
      {lagEvents === null || lagEvents === 0 ? null : ` ${lagEvents} events are still to be counted.`}
    </p>
  );
}
