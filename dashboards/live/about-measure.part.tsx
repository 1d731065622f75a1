import type { JSX } from 'preact';
import { objectiveWords } from '../figures/objective.words.js';
import { TermRow } from '../layout/term-row.part.js';
import type { Definition, Objective } from '../query-client/answers.fact.js';

interface AboutMeasureProps {
  readonly definition: Definition;
  readonly objective: Objective | null;
}

/** What a figure means, where the rule comes from, and which promises it shows. */
export function AboutMeasure({ definition, objective }: AboutMeasureProps): JSX.Element {
  const { dateRule, clock, provisionalDays, version, definitionHash, source, classification, evidences } = definition;
  return (
    <section class="about" aria-labelledby="about">
      <h2 id="about">About this measure</h2>
      <dl class="ds_summary-list about__list">
        <TermRow title="Counted on" text={dateRule} />
        {clock === null ? null : <TermRow title="The clock" text={clock} />}
        <TermRow
          title="May still change"
          text={`for ${provisionalDays} days after a period ends: until then its figures are provisional`}
        />
        {objective === null ? null : (
          <TermRow title="Target" text={`${objectiveWords[objective.role]}: ${objective.source}`} />
        )}
        <TermRow title="Kind of figure" text={`${classification}, live, made from synthetic data`} />
        <TermRow title="Definition" text={`version ${version}, SHA-256 ${definitionHash.slice(0, 16)}…`} />
        <TermRow title="Source of the rule" text={source} />
      </dl>
      {evidences.length === 0 ? null : (
        <>
          <h3>What it shows</h3>
          <ul>
            {evidences.flatMap(({ framework, title, relation, commitments }) =>
              commitments.map((commitment) => (
                <li>
                  <a href={`/commitments/${commitment.edition}/${commitment.id}`}>{commitment.title}</a>
                  {` (${commitment.edition}; ${framework}: ${title}${relation === 'proxy' ? ', related only' : ''})`}
                </li>
              )),
            )}
          </ul>
        </>
      )}
    </section>
  );
}
