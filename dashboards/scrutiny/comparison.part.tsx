import type { JSX } from 'preact';
import { SelectField } from '../layout/select-field.part.js';
import { momentCode, momentText, type ComparisonChoice, type Moment } from './comparison-choice.parser.js';
import type { ComparedRows } from './compared-rows.story.js';
import { ComparedTable } from './compared-table.part.js';

interface ComparisonProps {
  readonly id: string;
  readonly moments: readonly Moment[];
  readonly choice: ComparisonChoice;
  /** `null` where nothing was chosen that can be held side by side. */
  readonly compared: ComparedRows | null;
}

/** Two steps or releases side by side, as chosen by a form by GET. */
export function Comparison({ id, moments, choice, compared }: ComparisonProps): JSX.Element {
  const options = [['', 'Choose one'] as const, ...moments.map((one) => [momentCode(one), momentText(one)] as const)];
  const { a, b } = choice;
  return (
    <section class="checked" aria-labelledby="compare">
      <h2 id="compare">Compare two moments</h2>
      <p>Choose two steps or two releases, and see what is different. A step is a day on which figures move.</p>
      <form class="choice" method="get" action={`/scrutiny/${id}#compare`}>
        <fieldset class="choice__fields">
          <legend class="visually-hidden">Which two to compare</legend>
          <SelectField name="a" title="First" chosen={a === null ? null : momentCode(a)} options={options} />
          <SelectField name="b" title="Second" chosen={b === null ? null : momentCode(b)} options={options} />
          <div class="choice__buttons">
            <button class="ds_button ds_button--small" type="submit">
              Compare
            </button>
          </div>
        </fieldset>
      </form>
      {compared === null ? (
        a === null || b === null ? null : (
          <p>These two cannot be held side by side here. Live figures may not be open to you.</p>
        )
      ) : (
        <>
          {areOfTwoYears(choice) ? <p>These releases are about two different years.</p> : null}
          <ComparedTable id="compared" caption="Side by side (synthetic data)" compared={compared} />
        </>
      )}
    </section>
  );
}

function areOfTwoYears({ a, b }: ComparisonChoice): boolean {
  return a?.kind === 'release' && b?.kind === 'release' && a.release.year !== b.release.year;
}
