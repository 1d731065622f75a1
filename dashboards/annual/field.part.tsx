import type { JSX } from 'preact';
import type { FieldFault, FieldName, Typed } from './filing.parser.js';

/** How a field stands on the page. */
export interface FieldLook {
  readonly name: FieldName;
  readonly label: string;
  readonly hint: string;
  readonly kind: 'number' | 'text' | 'long';
}

interface FieldProps {
  readonly look: FieldLook;
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
}

/** A label, a hint, what is wrong if anything is, and the field with what was typed. */
export function Field({ look: { name, label, hint, kind }, typed, faults }: FieldProps): JSX.Element {
  const fault = faults.find(({ field }) => field === name);
  const common = {
    id: name,
    name,
    'aria-describedby': fault === undefined ? `${name}-hint` : `${name}-hint ${name}-error`,
    ...(fault === undefined ? {} : { 'aria-invalid': 'true' as const }),
  };
  return (
    <div class={fault === undefined ? 'filing__field' : 'filing__field filing__field--error'}>
      <label class="filing__label" for={name}>
        {label}
      </label>
      <p class="filing__hint" id={`${name}-hint`}>
        {hint}
      </p>
      {fault === undefined ? null : <ErrorText id={`${name}-error`} words={fault.words} />}
      {kind === 'long' ? (
        <textarea class="filing__input" rows={6} {...common}>
          {typed[name] ?? ''}
        </textarea>
      ) : (
        <input
          class="filing__input"
          type="text"
          inputMode={kind === 'number' ? 'decimal' : 'text'}
          autoComplete="off"
          value={typed[name] ?? ''}
          {...common}
        />
      )}
    </div>
  );
}

export function ErrorText({ id, words }: { readonly id: string; readonly words: string }): JSX.Element {
  return (
    <p class="filing__error" id={id}>
      <span class="visually-hidden">Error: </span>
      {words}
    </p>
  );
}
