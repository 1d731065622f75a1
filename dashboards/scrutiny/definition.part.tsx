import type { JSX } from 'preact';
import { dateText } from '../figures/periods.words.js';
import { unitText } from '../figures/units.words.js';
import { TermRow } from '../layout/term-row.part.js';
import type { ComputedMeasure } from '../query-client/definitions.fact.js';

/** How a measure is defined, in the version in force, and every version of it with its hash. */
export function DefinitionSection({ measure }: { readonly measure: ComputedMeasure }): JSX.Element {
  const { definition, dateRule, clock, unit, provisionalDays, cohort, classification, source, versions } = measure;
  return (
    <section class="about" aria-labelledby="definition">
      <h2 id="definition">How it is defined</h2>
      <dl class="ds_summary-list about__list">
        <TermRow title="What is counted" text={definition} />
        <TermRow title="Counted on" text={dateRule} />
        {clock === null ? null : <TermRow title="The clock" text={clock} />}
        <TermRow title="Counted in" text={unit === 'proportion' ? 'shares, shown as per cents' : unitText(unit)} />
        <TermRow title="May still change" text={`for ${provisionalDays} days after a period ends`} />
        {cohort ? <TermRow title="Placed by" text="how each case began" /> : null}
        <TermRow title="Kind of figure" text={`${classification}, live, made from synthetic data`} />
        <TermRow title="Source of the rule" text={source} />
      </dl>
      <h3>Versions</h3>
      <ul class="versions">
        {versions.map(({ version, inForceFrom, definitionHash }) => (
          <li>
            Version {version}, in force {inForceFrom === null ? 'from the beginning' : `from ${dateText(inForceFrom)}`}
            {version === measure.version ? ' and now' : ''}. SHA-256: <code class="hash">{definitionHash}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}
