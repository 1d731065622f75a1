import type { JSX } from 'preact';
import type { ObservationsAnswer } from '../query-client/answers.fact.js';
import { BarsAgainstTarget } from './bars-against-target.chart.js';
import { FigureTable } from './figure-table.section.js';
import type { Drawing, Story } from './figure.story.js';
import { LineChart } from './line.chart.js';
import { PartsChart } from './parts.chart.js';
import { momentText } from './periods.words.js';
import type { ChartWidth } from './plot.rule.js';

/**
 * One figure: message, what it is, chart, notes, table, how far it is counted. A live update replaces it whole.
 * `id` is unique in the page; the section's parts derive theirs from it.
 */
export function FigureSection({
  story,
  answer,
  id,
}: {
  readonly story: Story;
  readonly answer: Pick<ObservationsAnswer, 'freshness' | 'warnings'>;
  readonly id: string;
}): JSX.Element {
  const Chart = charts[story.drawing];
  return (
    <section class="figure" id={id} aria-labelledby={`${id}-heading ${id}-subtitle`}>
      <h2 class="figure__heading" id={`${id}-heading`}>
        {story.heading}
      </h2>
      <p class="figure__subtitle" id={`${id}-subtitle`}>
        {story.subtitle}
      </p>
      {story.points.length === 0 ? null : (
        <>
          <Chart story={story} width="wide" />
          <Chart story={story} width="narrow" />
          <Notes notes={story.notes} />
          <details class="ds_details figure__details" id={`${id}-details`}>
            <summary class="ds_details__summary">Show these figures as a table</summary>
            <div class="ds_details__text">
              <FigureTable story={story} id={id} />
            </div>
          </details>
        </>
      )}
      {answer.warnings.map((warning) => (
        <p class="figure__warning">{warning}</p>
      ))}
      <p class="figure__freshness">
        <CountedTo instant={answer.freshness.countedTo} /> The data are synthetic: no real person is in them.
      </p>
    </section>
  );
}

const charts: Readonly<Record<Drawing, (about: { readonly story: Story; readonly width: ChartWidth }) => JSX.Element>> =
  { line: LineChart, bars: BarsAgainstTarget, parts: PartsChart };

function Notes({ notes }: Pick<Story, 'notes'>): JSX.Element | null {
  if (notes.length === 0) return null;
  return (
    <ul class="figure__notes">
      {notes.map((note) => (
        <li>{note}</li>
      ))}
    </ul>
  );
}

function CountedTo({ instant }: { readonly instant: string | null }): JSX.Element {
  if (instant === null) return <>How far the figures go is not known.</>;
  return (
    <>
      Counted to <time dateTime={instant}>{momentText(instant)}</time>.
    </>
  );
}
