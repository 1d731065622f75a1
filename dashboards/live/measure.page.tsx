import type { JSX } from 'preact';
import { CountsSection, type CountsStory } from '../figures/counts.section.js';
import { FigureSection } from '../figures/figure.section.js';
import { storyOf } from '../figures/figure.story.js';
import { stateOf } from '../figures/state.words.js';
import { FillingLine } from '../front/filling.part.js';
import { Document, type Frame } from '../layout/document.page.js';
import { StateTag } from '../promises/state-tag.part.js';
import type { Definition, ObservationsAnswer, Standing, StatusAnswer } from '../query-client/answers.fact.js';
import { AboutMeasure } from './about-measure.part.js';
import { placeOf, type FilterSelect } from './filter-selects.rule.js';
import { figuresMoveFor, KeepingUp } from './keeping-up.part.js';
import type { MeasureChoice } from './measure-choice.parser.js';
import { MeasureForm } from './measure-form.part.js';
import { dateText } from '../figures/periods.words.js';
import { ThenAndNow } from './then-and-now.part.js';

interface MeasurePageProps {
  readonly frame: Frame;
  readonly definition: Definition;
  readonly answer: ObservationsAnswer;
  readonly choice: MeasureChoice;
  readonly selects: readonly FilterSelect[];
  /** How the measure stands as a whole, whatever has been chosen; `null` where that is not known. */
  readonly standing: Standing | null;
  /** What lies behind the figures; `null` where nothing is to be shown. */
  readonly behind: CountsStory | null;
  /** By the dimension chosen; `null` where none is. */
  readonly sideBySide: CountsStory | null;
  readonly filling: StatusAnswer['filling'];
  /** The days as known on which figures can be asked for, the newest first; `null`: any day. */
  readonly steps: readonly string[] | null;
}

/** A measure's figures as chosen: what they say, chart, table, download, and what they mean. */
export function MeasurePage(props: MeasurePageProps): JSX.Element {
  const { frame, definition, answer, choice, selects, standing, behind, sideBySide, filling, steps } = props;
  const { title } = definition;
  const story = storyOf(answer, { definition, objective: standing?.objective ?? null, place: placeOf(selects) });
  return (
    <Document
      frame={frame}
      title={title}
      crumbs={[{ title: 'Live figures', href: '/live' }, { title }]}
      isLive={choice.asOf === null && figuresMoveFor(frame)}
    >
      <h1>{title}</h1>
      <p class="lead__text">{definition.definition}</p>
      <MeasureForm measure={definition.id} grains={definition.grains} choice={choice} selects={selects} steps={steps} />
      {choice.asOf === null || !figuresMoveFor(frame) ? <KeepingUp frame={frame} asOf={answer.asOf} /> : null}
      <div id="figure" data-live>
        <FillingLine filling={filling} />
        {standing === null || standing.state === 'no-target' ? null : (
          <p class="standing">
            <StateTag state={standing.state} of={title} /> {stateOf(standing, answer.audience).sentence}
          </p>
        )}
        <FigureSection story={story} answer={answer} id="the-figure" />
        <ThenAndNow definition={definition} grain={answer.grain} points={story.points} />
        {sideBySide === null ? null : <CountsSection story={sideBySide} id="side-by-side" />}
        {behind === null ? null : <CountsSection story={behind} id="behind" />}
        {figuresMoveFor(frame) ? null : (
          <p>
            How long each took, the queue and the spreadsheet hold exact counts. They are for the agency’s own staff.
          </p>
        )}
      </div>
      <ul class="takeaways">
        <li>
          <a href={downloadAddress(frame.address, 'csv')}>Download these figures (CSV)</a>
        </li>
        {answer.audience === 'scrutiny' ? null : (
          <li>
            <a href={downloadAddress(frame.address, 'ods')}>Download these figures (ODS spreadsheet)</a>
          </li>
        )}
        <li>
          <a href={lastingAddress(frame.address, answer)}>
            {`Link to these figures as they were known on ${dateText(answer.asOf)}`}
          </a>
        </li>
      </ul>
      <AboutMeasure definition={definition} objective={standing?.objective ?? null} />
    </Document>
  );
}

function downloadAddress(address: string, format: 'csv' | 'ods'): string {
  const [path = '', search] = address.split('?');
  return `${path}/figures.${format}${search === undefined ? '' : `?${search}`}`;
}

/** The address with the day known and the days shown written out, so that it shows the same for ever. */
function lastingAddress(address: string, { asOf, grain, observations }: ObservationsAnswer): string {
  const { pathname, searchParams } = new URL(address, 'http://pages');
  searchParams.set('grain', grain);
  searchParams.set('from', observations[0]?.start ?? asOf);
  searchParams.set('to', observations.at(-1)?.end ?? asOf);
  searchParams.set('asof', asOf);
  return `${pathname}?${searchParams.toString()}`;
}
