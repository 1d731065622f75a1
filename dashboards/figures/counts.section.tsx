import type { JSX } from 'preact';
import { CountsChart, type NamedCount } from './counts.chart.js';
import { numberText } from './units.words.js';

/** Counts that make up a whole, as a message, a chart and a table. */
export interface CountsStory {
  /** The message, true to the counts, without a full stop. */
  readonly heading: string;
  readonly subtitle: string;
  /** What names the counts, and what is counted: heads of the table. */
  readonly columns: readonly [names: string, counts: string];
  readonly counts: readonly NamedCount[];
  readonly notes: readonly string[];
}

/** One figure made of counts: message, what it is, chart, notes, and the table that says the same. */
export function CountsSection({ story, id }: { readonly story: CountsStory; readonly id: string }): JSX.Element {
  const { heading, subtitle, columns, counts, notes } = story;
  const alternative = alternativeOf(story);
  return (
    <section class="figure" id={id} aria-labelledby={`${id}-heading`}>
      <h2 class="figure__heading" id={`${id}-heading`}>
        {heading}
      </h2>
      <p class="figure__subtitle">{subtitle}</p>
      {counts.every(({ count }) => count === 0) ? null : (
        <>
          <CountsChart counts={counts} alternative={alternative} width="wide" />
          <CountsChart counts={counts} alternative={alternative} width="narrow" />
        </>
      )}
      {notes.length === 0 ? null : (
        <ul class="figure__notes">
          {notes.map((note) => (
            <li>{note}</li>
          ))}
        </ul>
      )}
      <details class="ds_details figure__details" id={`${id}-details`}>
        <summary class="ds_details__summary">Show this chart as a table</summary>
        <div class="ds_details__text">
          <section class="figure__scroller" tabIndex={0} aria-labelledby={`${id}-table`}>
            <table class="ds_table figure__table">
              <caption class="visually-hidden" id={`${id}-table`}>
                {subtitle}
              </caption>
              <thead>
                <tr>
                  {columns.map((name) => (
                    <th scope="col">{name}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {counts.map(({ name, count, text }) => (
                  <tr>
                    <th scope="row">{name}</th>
                    <td>{text ?? numberText(count)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </div>
      </details>
    </section>
  );
}

/** The text alternative: what is shown, and which is the greatest. */
function alternativeOf({ subtitle, counts }: CountsStory): string {
  const most = counts.reduce<NamedCount | null>((so, one) => (so === null || one.count > so.count ? one : so), null);
  return `Bars: ${subtitle}.${most === null ? '' : ` The greatest is at ${most.name}: ${most.text ?? numberText(most.count)}.`}`;
}
