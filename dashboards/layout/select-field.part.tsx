import type { JSX } from 'preact';

interface SelectFieldProps {
  /** Of the form's member; the field's id is made of it. */
  readonly name: string;
  readonly title: string;
  readonly chosen: string | null;
  /** Codes with their words, in order. */
  readonly options: readonly (readonly [string, string])[];
}

/** A choice of one of a list, in a form that chooses what a page shows. */
export function SelectField({ name, title, chosen, options }: SelectFieldProps): JSX.Element {
  return (
    <div class="choice__field">
      <label for={`choice-${name}`}>{title}</label>
      <select id={`choice-${name}`} name={name}>
        {options.map(([code, words]) => (
          <option value={code} selected={code === (chosen ?? '')}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
