import type { JSX } from 'preact';
import { FigureSection } from '../figures/figure.section.js';
import { storyOf } from '../figures/figure.story.js';
import { stateOf } from '../figures/state.words.js';
import { isControlled } from '../figures/story-point.story.js';
import { FillingLine } from '../front/filling.part.js';
import { Document, type Frame } from '../layout/document.page.js';
import { StateTag } from '../promises/state-tag.part.js';
import type { ObservationsAnswer, Standing, StatusAnswer } from '../query-client/answers.fact.js';
import type { ComputedMeasure, Target } from '../query-client/definitions.fact.js';
import type { ListedRelease } from '../query-client/releases.fact.js';
import type { ComparedRows } from './compared-rows.story.js';
import { ComparedTable } from './compared-table.part.js';
import type { ComparisonChoice, Moment } from './comparison-choice.parser.js';
import { Comparison } from './comparison.part.js';
import { DefinitionSection } from './definition.part.js';
import { limitsOf } from './limits.words.js';
import { SinceRelease } from './since-release.part.js';
import { StandsFor } from './stands-for.part.js';
import { Targets } from './targets.part.js';

interface MeasureScrutinyPageProps {
  readonly frame: Frame;
  readonly measure: ComputedMeasure;
  /** The last periods; `null`: live figures are not open to whoever looks. */
  readonly answer: ObservationsAnswer | null;
  readonly standing: Standing | null;
  readonly targets: readonly Target[];
  /** The last periods as known at the last steps; `null` where figures are not open. */
  readonly revisions: ComparedRows | null;
  readonly release: ListedRelease | null;
  readonly sinceRelease: ComparedRows | null;
  readonly moments: readonly Moment[];
  readonly choice: ComparisonChoice;
  readonly compared: ComparedRows | null;
  readonly filling: StatusAnswer['filling'];
}

/** A computed measure for those who check it: numbers, limits, definition, what it stands for, and how it was revised. */
export function MeasureScrutinyPage(props: MeasureScrutinyPageProps): JSX.Element {
  const { frame, measure, answer, standing, targets, revisions, release, moments, choice, compared, filling } = props;
  const { id, title } = measure;
  const isAlike =
    release !== null && answer !== null && (release.table === 'published') === isControlled(answer.audience);
  return (
    <Document frame={frame} title={`${title}, checked`} crumbs={[{ title: 'Scrutiny', href: '/scrutiny' }, { title }]}>
      <p class="eyebrow">Measure {id}</p>
      <h1>{title}</h1>
      <p class="lead__text">{measure.definition}</p>
      <FillingLine filling={filling} />
      {standing === null ? null : (
        <p>
          <StateTag state={standing.state} /> {stateOf(standing, answer?.audience ?? '').sentence}
        </p>
      )}
      {answer === null ? (
        <p>The live figures are not open to you. Below is what the last release says.</p>
      ) : (
        <FigureSection
          story={storyOf(answer, {
            definition: measure,
            objective: standing?.objective ?? null,
            place: 'all benefits',
          })}
          answer={answer}
          id="the-figure"
        />
      )}
      <ul>
        <li>
          <a href={`/scrutiny/${id}/explain`}>What the figure was counted from</a>
        </li>
        <li>
          <a href={`/live/measure/${id}`}>The live figures, by benefit and period</a>
        </li>
      </ul>
      <h2 id="limits">What this does not tell you</h2>
      <ul>
        {limitsOf(measure, answer !== null && isControlled(answer.audience)).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <SinceRelease release={release} compared={props.sinceRelease} isAlike={isAlike} />
      {revisions === null ? null : (
        <section class="checked" aria-labelledby="revisions">
          <h2 id="revisions">How it was revised</h2>
          {revisions.moments.length > 1 ? null : <p>Only one step is known so far, so there is nothing to compare.</p>}
          <ComparedTable
            id="revisions-table"
            caption="The last periods, as known at the last steps (synthetic data)"
            compared={revisions}
          />
        </section>
      )}
      <Comparison id={id} moments={moments} choice={choice} compared={compared} />
      <DefinitionSection measure={measure} />
      <StandsFor evidences={measure.evidences} />
      <Targets measure={measure} targets={targets} />
    </Document>
  );
}
