import type { JSX } from 'preact';
import { MarkList } from '../figures/mark-list.part.js';
import { explained } from '../figures/marks.words.js';
import { Document, type Frame } from '../layout/document.page.js';
import { FreshnessLine } from '../layout/freshness.part.js';
import { TermRow } from '../layout/term-row.part.js';
import { StateTag } from '../promises/state-tag.part.js';
import type { FrameworkAnswer } from '../query-client/definitions.fact.js';
import type { ComparedRows } from './compared-rows.story.js';
import type { ComparisonChoice, Moment } from './comparison-choice.parser.js';
import { Comparison } from './comparison.part.js';
import type { ScrutinyRow } from './row.story.js';

interface FrameworkScrutinyPageProps {
  readonly frame: Frame;
  readonly measure: FrameworkAnswer;
  readonly rows: readonly ScrutinyRow[];
  readonly moments: readonly Moment[];
  readonly choice: ComparisonChoice;
  readonly compared: ComparedRows | null;
}

/** A measure of the framework: what stands for it, which promises it is about, and what releases said. */
export function FrameworkScrutinyPage(props: FrameworkScrutinyPageProps): JSX.Element {
  const { frame, measure, rows, moments, choice, compared } = props;
  const { id, title, section, dataSource, confidence, source, published = [], promises, asOf, freshness } = measure;
  return (
    <Document
      frame={frame}
      title={`${id}: ${title}`}
      crumbs={[{ title: 'Scrutiny', href: '/scrutiny' }, { title: id }]}
    >
      <p class="eyebrow">
        Measure {id} of the framework: {section}
      </p>
      <h1>{title}</h1>
      {freshness === null ? <p>The live figures are not open to you.</p> : null}
      <h2>What stands for it</h2>
      <ul class="indicators">
        {rows.map((row) => (
          <li class="indicators__item">
            <p>
              {row.state === null ? null : <StateTag state={row.state} />}{' '}
              {row.measure === null ? null : <a href={`/scrutiny/${row.measure.id}`}>{row.measure.title}</a>}
            </p>
            {row.figure === '' ? null : <p>{row.figure}</p>}
            <p class="indicators__evidence">{row.evidence.replace(/\.?$/, '.')}</p>
          </li>
        ))}
      </ul>
      <MarkList marks={explained(rows.flatMap(({ marks }) => marks))} />
      {freshness === null ? null : <FreshnessLine asOf={asOf} freshness={freshness} />}
      <h2>The promises it is about</h2>
      <ul>
        {promises.map((promise) => (
          <li>
            <a href={`/commitments/${promise.edition}/${promise.id}`}>{promise.title}</a> (promise {promise.id} of{' '}
            {promise.edition})
          </li>
        ))}
      </ul>
      <Comparison id={id} moments={moments} choice={choice} compared={compared} />
      <section class="about" aria-labelledby="origin">
        <h2 id="origin">Where it comes from</h2>
        <dl class="ds_summary-list about__list">
          <TermRow title="Kind of data" text={dataSource} />
          <TermRow
            title="How sure it is"
            text={confidence === 'confirmed' ? 'read in the published framework' : 'worked out, not read in the source'}
          />
          {source === '' ? null : <TermRow title="Source" text={source} />}
          {published.map(({ year, value, unit }) => (
            <TermRow title={`Published for ${year}`} text={`${value} ${unit}`} />
          ))}
        </dl>
        {published.length === 0 ? null : <p>What was published elsewhere is real, and is not part of these figures.</p>}
      </section>
    </Document>
  );
}
