import type { JSX } from 'preact';
import { stateWord } from '../figures/state.words.js';
import { SelectField } from '../layout/select-field.part.js';
import { KINDS, STATES, type RowChoice } from './row-choice.parser.js';
import type { RowKind } from './row.story.js';

const kindWords: Readonly<Record<RowKind, string>> = {
  computed: 'Counted live',
  survey: 'A yearly survey',
  reported: 'A reported figure',
  narrative: 'An account in words',
  nothing: 'Nothing',
};

interface RowFormProps {
  readonly choice: RowChoice;
  readonly editions: readonly string[];
  readonly sections: readonly string[];
}

/** Which rows to show. A form by GET, so that the address is the whole choice. */
export function RowForm({ choice, editions, sections }: RowFormProps): JSX.Element {
  return (
    <form class="choice" method="get" action="/scrutiny">
      <fieldset class="choice__fields">
        <legend class="visually-hidden">Which rows to show</legend>
        <SelectField
          name="edition"
          title="Edition"
          chosen={choice.edition}
          options={[...editions.map((id) => [id, id] as const), ['all', 'Every edition']]}
        />
        <SelectField
          name="section"
          title="Section"
          chosen={choice.section}
          options={[['', 'Every section'], ...sections.map((title) => [title, title] as const)]}
        />
        <SelectField
          name="state"
          title="How it stands"
          chosen={choice.state}
          options={[
            ['', 'However it stands'],
            ...STATES.map((state) => [state, state === 'gap' ? 'A gap: no figure yet' : stateWord(state)] as const),
          ]}
        />
        <SelectField
          name="kind"
          title="What stands for it"
          chosen={choice.kind}
          options={[['', 'Whatever it is'], ...KINDS.map((kind) => [kind, kindWords[kind]] as const)]}
        />
        <div class="choice__buttons">
          <button class="ds_button ds_button--small" type="submit">
            Show
          </button>
          <a href="/scrutiny">Clear</a>
        </div>
      </fieldset>
    </form>
  );
}
