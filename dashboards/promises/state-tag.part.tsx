import type { JSX } from 'preact';
import { stateWord } from '../figures/state.words.js';
import type { State } from '../query-client/answers.fact.js';

/** Colours only repeat what the word says. */
const colours: Readonly<Record<State, string>> = {
  'on-target': 'green',
  'off-target': 'red',
  'no-clear-change': 'blue',
  'too-few': 'grey',
  'gone-quiet': 'orange',
  'no-target': 'grey',
  gap: 'grey',
};

interface StateTagProps {
  readonly state: State;
  /** What it is the state of, where a change of it is worth announcing. */
  readonly of?: string;
}

/** How a figure stands, in a word. */
export function StateTag({ state, of }: StateTagProps): JSX.Element {
  const word = stateWord(state);
  const marks = of === undefined ? {} : { 'data-state-of': of, 'data-state-word': word };
  return (
    <strong class={`ds_tag ds_tag--${colours[state]} state-tag`} {...marks}>
      {word}
    </strong>
  );
}
