import type { JSX } from 'preact';
import { capitalised } from '../figures/sentence.words.js';
import { unitText } from '../figures/units.words.js';
import { Document, type Frame } from '../layout/document.page.js';
import { TermRow } from '../layout/term-row.part.js';
import type { ComputedMeasure, MeasuresAnswer } from '../query-client/definitions.fact.js';
import { kindWords } from './kind.words.js';
import { MethodsInWords } from './methods-in-words.part.js';

/** How every figure is made: the rules in words, then each measure as query defines it. */
export function MethodsPage({
  frame,
  answer,
}: {
  readonly frame: Frame;
  readonly answer: MeasuresAnswer;
}): JSX.Element {
  const surveys = answer.measures.filter(({ id }) => id.startsWith('survey.'));
  const counted = answer.measures.filter(({ id }) => !id.startsWith('survey.'));
  return (
    <Document
      frame={frame}
      title="How figures are made"
      crumbs={[{ title: 'Promises', href: '/' }, { title: 'Methods' }]}
    >
      <h1>How figures are made</h1>
      <p class="lead__text">
        Every figure is counted by a written rule. Here is what the rules have in common, and then each one.
      </p>
      <MethodsInWords />
      <h2 id="measures">Each measure</h2>
      {counted.map((measure) => (
        <MeasureRule measure={measure} />
      ))}
      <h2 id="surveys">Questions of the surveys</h2>
      <p>
        Of each question the share is given that answered 4 or 5 on a scale from 1 to 5. It is given once a year, of
        those who answered.
      </p>
      <ul>
        {surveys.map(({ title, version }) => (
          <li>
            {title} <span class="indicators__evidence">(version {version})</span>
          </li>
        ))}
      </ul>
    </Document>
  );
}

function MeasureRule({ measure }: { readonly measure: ComputedMeasure }): JSX.Element {
  const { id, title, definition, kind, unit, dateRule, clock, provisionalDays, versions, definitionHash } = measure;
  return (
    <section class="about" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p>{definition}</p>
      <dl class="about__list">
        <TermRow title="Kind of figure" text={`${kindWords(kind)} Counted in ${unitWords(unit)}.`} />
        <TermRow title="Counted on" text={`${capitalised(dateRule)}.`} />
        {clock === null ? null : <TermRow title="The clock" text={`${capitalised(clock)}.`} />}
        <TermRow title="May still change" text={`For ${provisionalDays} days after a period ends.`} />
        <TermRow
          title="Version"
          text={`${versions.map(({ version }) => version).join(', ')}. Checksum ${definitionHash.slice(0, 16)}…`}
        />
      </dl>
    </section>
  );
}

function unitWords(unit: string): string {
  return unit === 'proportion' ? 'per cent' : unitText(unit);
}
