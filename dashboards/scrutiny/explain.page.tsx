import type { JSX } from 'preact';
import { MarkList } from '../figures/mark-list.part.js';
import { explained } from '../figures/marks.words.js';
import { numberText } from '../figures/units.words.js';
import { Document, type Frame } from '../layout/document.page.js';
import { FreshnessLine } from '../layout/freshness.part.js';
import { SelectField } from '../layout/select-field.part.js';
import { TermRow } from '../layout/term-row.part.js';
import type { Explanation, ExplanationCounts } from '../query-client/explanation.fact.js';
import { figureText } from './figure-text.words.js';
import { pointOf } from '../figures/story-point.story.js';

interface ExplainPageProps {
  readonly frame: Frame;
  readonly explanation: Explanation;
  /** The code and words of each period that can be chosen. */
  readonly periods: readonly (readonly [string, string])[];
}

/** What a figure was counted from: which facts, by which rule, to which counts. */
export function ExplainPage({ frame, explanation, periods }: ExplainPageProps): JSX.Element {
  const { definition, observation, counts, cases, freshness, asOf, audience, grain, positions } = explanation;
  const { id, title, journey, reads } = definition;
  const { label, detail } = pointOf(definition, { grain, audience }, observation);
  return (
    <Document
      frame={frame}
      title={`${title}: what it was counted from`}
      crumbs={[
        { title: 'Scrutiny', href: '/scrutiny' },
        { title, href: `/scrutiny/${id}` },
        { title: 'What it was counted from' },
      ]}
    >
      <h1>What “{title}” was counted from</h1>
      <form class="choice" method="get" action={`/scrutiny/${id}/explain`}>
        <fieldset class="choice__fields">
          <legend class="visually-hidden">Which figure to explain</legend>
          <SelectField name="period" title="Period" chosen={observation.period} options={periods} />
          <div class="choice__buttons">
            <button class="ds_button ds_button--small" type="submit">
              Explain
            </button>
          </div>
        </fieldset>
      </form>
      <h2>1. Facts come in</h2>
      <p>
        Each {journeyWords[journey] ?? journey} is a case. Beside the fact that begins it,{' '}
        {reads.length === 0 ? 'no other fact is read.' : 'these facts are read:'}
      </p>
      {reads.length === 0 ? null : (
        <ul>
          {reads.map((fact) => (
            <li>
              <code>{fact}</code>
            </li>
          ))}
        </ul>
      )}
      <h2>2. A rule says what counts</h2>
      <p>{definition.definition}</p>
      <div class="about">
        <dl class="ds_summary-list about__list">
          <TermRow title="Counted on" text={definition.dateRule} />
          {definition.clock === null ? null : <TermRow title="The clock" text={definition.clock} />}
          <TermRow title="Version" text={definition.version} />
          <TermRow title="Hash (SHA-256)">
            <code class="hash">{definition.definitionHash}</code>
          </TermRow>
        </dl>
      </div>
      <h2>3. Cases are counted</h2>
      {counts === null ? null : <Counts counts={counts} />}
      <h2>4. The figure, for {label}</h2>
      <p>
        <strong>{figureText(definition, observation, audience)}</strong>
        {detail === '' ? '' : `: ${detail}`}
      </p>
      <MarkList marks={explained([...observation.status, ...suppressedIn(counts)])} />
      {freshness === null ? null : <FreshnessLine asOf={asOf} freshness={freshness} />}
      <Positions positions={positions} />
      {cases === null ? null : <Cases cases={cases} id={id} period={observation.period} />}
      <p>
        <a href={`/scrutiny/${id}`}>Back to the measure</a>
      </p>
    </Document>
  );
}

const journeyWords: Readonly<Record<string, string>> = {
  claim: 'application',
  survey: 'answer to a survey',
  feedback: 'piece of feedback',
};

function Counts({ counts }: { readonly counts: ExplanationCounts }): JSX.Element {
  return (
    <div class="about">
      <dl class="ds_summary-list about__list">
        <TermRow title="Cases counted" text={countText(counts.cases)} />
        <TermRow title="Put right" text={`${countText(counts.corrections)} facts correct or withdraw another`} />
        <TermRow title="Late" text={`${countText(counts.late)} facts were recorded more than 7 days after`} />
        <TermRow title="Duplicates" text={`${countText(counts.duplicates)} on the whole log; they have no effect`} />
        <TermRow
          title="In quarantine"
          text={`${countText(counts.quarantined)} on the whole log; they were not valid and are not counted`}
        />
      </dl>
    </div>
  );
}

function countText(count: number | null): string {
  return count === null ? '[c]' : numberText(count);
}

function suppressedIn(counts: ExplanationCounts | null): readonly 'c'[] {
  return counts !== null && Object.values(counts).includes(null) ? ['c'] : [];
}

function Positions({ positions }: Pick<Explanation, 'positions'>): JSX.Element | null {
  if (positions === null || positions.length === 0) return null;
  return (
    <details class="ds_details" id="positions">
      <summary class="ds_details__summary">How far each part of the log was counted</summary>
      <div class="ds_details__text">
        <ul>
          {positions.map(({ partition, position }) => (
            <li>
              Partition {partition}: up to {numberText(position)}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

interface CasesProps {
  readonly cases: NonNullable<Explanation['cases']>;
  readonly id: string;
  readonly period: string;
}

/** The references of a page, for an auditor; that they were read is on record. */
function Cases({ cases: { total, references, next }, id, period }: CasesProps): JSX.Element {
  return (
    <section aria-labelledby="cases">
      <h2 id="cases">The cases in it</h2>
      <p>
        There are {numberText(total)} cases; {numberText(references.length)} are on this page. That you read them is on
        record.
      </p>
      <ul class="references">
        {references.map((reference) => (
          <li>
            <code>{reference}</code>
          </li>
        ))}
      </ul>
      {next === null ? null : (
        <p>
          <a href={`/scrutiny/${id}/explain?${new URLSearchParams({ period, after: next }).toString()}#cases`}>
            More cases
          </a>
        </p>
      )}
    </section>
  );
}
