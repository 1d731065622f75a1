import type { JSX } from 'preact';
import { SelectField } from '../layout/select-field.part.js';
import { dateText } from '../figures/periods.words.js';
import { uncapitalised } from '../figures/sentence.words.js';
import type { Grain } from '../query-client/answers.fact.js';
import type { FilterSelect } from './filter-selects.rule.js';
import type { MeasureChoice } from './measure-choice.parser.js';

const grainNames: readonly (readonly [Grain, string])[] = [
  ['day', 'Days'],
  ['week', 'Weeks'],
  ['month', 'Months'],
  ['quarter', 'Quarters'],
  ['year', 'Years'],
];

interface MeasureFormProps {
  readonly measure: string;
  /** The only grains that it has; absent: every grain. */
  readonly grains: readonly Grain[] | undefined;
  readonly choice: MeasureChoice;
  readonly selects: readonly FilterSelect[];
  /** The days as known on which figures can be asked for, the newest first; `null`: any day. */
  readonly steps: readonly string[] | null;
}

/** What to show of a measure. A form by GET, so that the address is the whole choice. */
export function MeasureForm({ measure, grains, choice, selects, steps }: MeasureFormProps): JSX.Element {
  return (
    <form class="choice" method="get" action={`/live/measure/${measure}`}>
      <fieldset class="choice__fields">
        <legend class="visually-hidden">What to show</legend>
        {selects.map((select) => (
          <SelectField
            name={select.name}
            title={select.title}
            chosen={select.chosen}
            options={[['', select.all], ...select.codes.map(({ code, name }) => [code, name] as const)]}
          />
        ))}
        <SelectField
          name="grain"
          title="By"
          chosen={choice.grain}
          options={grainNames.filter(([grain]) => grains?.includes(grain) ?? true)}
        />
        {selects.length === 0 ? null : (
          <SelectField
            name="by"
            title="Side by side"
            chosen={choice.by}
            options={[['', 'No'], ...selects.map(({ name, title }) => [name, `By ${uncapitalised(title)}`] as const)]}
          />
        )}
        <details class="choice__dates" open={choice.from !== null || choice.to !== null || choice.asOf !== null}>
          <summary>Other dates</summary>
          <div class="choice__fields">
            <DayField name="from" title="From" chosen={choice.from} />
            <DayField name="to" title="To" chosen={choice.to} />
            {steps === null ? (
              <DayField name="asof" title="As known on" chosen={choice.asOf} />
            ) : (
              <SelectField
                name="asof"
                title="As known on"
                chosen={choice.asOf}
                options={[['', 'The last publication step'], ...steps.map((day) => [day, dateText(day)] as const)]}
              />
            )}
          </div>
        </details>
        <div class="choice__buttons">
          <button class="ds_button ds_button--small" type="submit">
            Show
          </button>
          <a href={`/live/measure/${measure}`}>Clear</a>
        </div>
      </fieldset>
    </form>
  );
}

interface FieldProps {
  readonly name: string;
  readonly title: string;
  readonly chosen: string | null;
}

function DayField({ name, title, chosen }: FieldProps): JSX.Element {
  return (
    <div class="choice__field">
      <label for={`choice-${name}`}>{title}</label>
      <input id={`choice-${name}`} name={name} type="date" value={chosen ?? ''} />
    </div>
  );
}
