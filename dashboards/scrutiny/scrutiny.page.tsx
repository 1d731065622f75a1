import type { JSX } from 'preact';
import { MarkList } from '../figures/mark-list.part.js';
import { explained } from '../figures/marks.words.js';
import { FillingLine } from '../front/filling.part.js';
import { Document, type Frame } from '../layout/document.page.js';
import { FreshnessLine } from '../layout/freshness.part.js';
import type { CommitmentsAnswer, StatusAnswer } from '../query-client/answers.fact.js';
import { chosenOf, type RowChoice } from './row-choice.parser.js';
import { countsInWords } from './row-counts.words.js';
import { RowForm } from './row-form.part.js';
import { PromiseTable } from './promise-table.part.js';
import type { ScrutinyPromise } from './row.story.js';

interface ScrutinyPageProps {
  readonly frame: Frame;
  readonly charter: CommitmentsAnswer;
  /** Of the edition and section that are chosen, whatever state and kind is. */
  readonly promises: readonly ScrutinyPromise[];
  readonly choice: RowChoice;
  readonly filling: StatusAnswer['filling'];
}

/** Every promise and measure with what stands for it, a row each, also the gaps. */
export function ScrutinyPage({ frame, charter, promises, choice, filling }: ScrutinyPageProps): JSX.Element {
  const shown = chosenOf(promises, choice);
  const rows = shown.flatMap((promise) => promise.rows);
  const { asOf, freshness } = charter;
  return (
    <Document frame={frame} title="What stands for each promise" {...(filling === null ? {} : { reloadsAfter: 5 })}>
      <h1>What stands for each promise</h1>
      <p class="lead__text">
        Every promise of the charter, every measure of it, and what shows whether it is kept. What nothing shows is here
        too: it is a gap.
      </p>
      <FillingLine filling={filling} />
      {freshness === null ? <NotOpen /> : <FreshnessLine asOf={asOf} freshness={freshness} />}
      <h2 id="counts">How much of it is shown</h2>
      <ul class="counts">
        {countsInWords(promises).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <h2 id="rows">Row by row</h2>
      <RowForm choice={choice} editions={charter.editions.map(({ id }) => id)} sections={sectionsOf(charter)} />
      <p>
        {rowsText(rows.length)} <a href="/scrutiny?state=gap">Show every gap</a>{' '}
        <a href={downloadAddress(choice)}>Download all rows of this edition (CSV)</a>
      </p>
      {[...Map.groupBy(shown, ({ commitment }) => commitment.section)].map(([section, ofSection], index) => (
        <PromiseTable id={`section-${index + 1}`} section={section} promises={ofSection} />
      ))}
      <MarkList marks={explained(rows.flatMap(({ marks }) => marks))} />
    </Document>
  );
}

function NotOpen(): JSX.Element {
  return (
    <p>
      The live figures are not open to you. You can see what stands for each measure, and{' '}
      <a href="/">how each promise is going</a>.
    </p>
  );
}

function rowsText(count: number): string {
  if (count === 0) return 'No row fits this choice.';
  return count === 1 ? '1 row is shown.' : `${count} rows are shown.`;
}

function sectionsOf({ commitments }: CommitmentsAnswer): readonly string[] {
  return [...new Set(commitments.map(({ section }) => section))];
}

function downloadAddress({ edition, section }: RowChoice): string {
  const search = new URLSearchParams({
    ...(edition === null ? {} : { edition }),
    ...(section === null ? {} : { section }),
  });
  return `/scrutiny/rows.csv?${search.toString()}`;
}
