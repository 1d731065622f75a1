import type { JSX } from 'preact';
import { Document, type Frame } from '../layout/document.page.js';
import { ErrorText, Field, type FieldLook } from './field.part.js';
import { kindsOf, type FilingKind, type FrameworkMeasure } from './fileable.rule.js';
import type { FieldFault, Typed } from './filing.parser.js';

/** What stands on the form of a measure. */
export interface FilingForm {
  readonly measure: FrameworkMeasure;
  readonly kind: FilingKind;
  /** Made when the form was first shown, so that the same sent twice is filed once. */
  readonly id: string;
  /** That can be filed for, the newest first. */
  readonly years: readonly string[];
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
}

const looks: Readonly<Record<FilingKind, readonly FieldLook[]>> = {
  figure: [
    {
      name: 'value',
      label: 'The figure',
      hint: 'As it is to be read: 0.525 for a share, or 52.5 for per cent.',
      kind: 'number',
    },
    { name: 'numerator', label: 'How many', hint: 'Leave it empty if there is no count.', kind: 'number' },
    { name: 'denominator', label: 'Out of how many', hint: 'Leave it empty if there is no count.', kind: 'number' },
    { name: 'note', label: 'Note', hint: 'What a reader should know. At most 500 characters.', kind: 'long' },
  ],
  evidence: [
    { name: 'title', label: 'Title', hint: 'At most 120 characters.', kind: 'text' },
    {
      name: 'summary',
      label: 'What happened',
      hint: 'No names, and no counts below 5. At most 2,000 characters.',
      kind: 'long',
    },
    {
      name: 'link',
      label: 'Link',
      hint: 'To more about it, beginning with https://. You can leave it empty.',
      kind: 'text',
    },
  ],
};

const names: Readonly<Record<FilingKind, string>> = { figure: 'a figure', evidence: 'evidence in words' };

/** The form by which the compiler files a figure, or evidence in words, for one measure. */
export function FilingPage({ frame, form }: { readonly frame: Frame; readonly form: FilingForm }): JSX.Element {
  const { measure, kind, id, years, typed, faults } = form;
  const title = `File ${names[kind]} for ${measure.id}`;
  return (
    <Document
      frame={frame}
      title={faults.length === 0 ? title : `Error: ${title}`}
      crumbs={[{ title: 'Annual', href: '/annual' }, { title: 'File', href: '/annual/file' }, { title: measure.id }]}
    >
      {faults.length === 0 ? null : <ErrorSummary faults={faults} />}
      <h1>{title}</h1>
      <p>{measure.title}</p>
      <OtherKinds measure={measure} kind={kind} />
      <form class="filing" method="post" action="/annual/file" noValidate>
        <input type="hidden" name="measure" value={measure.id} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="form" value={id} />
        <YearField years={years} typed={typed} faults={faults} />
        {looks[kind].map((look) => (
          <Field look={look} typed={typed} faults={faults} />
        ))}
        <button class="ds_button" type="submit">
          File it
        </button>
      </form>
    </Document>
  );
}

function ErrorSummary({ faults }: { readonly faults: readonly FieldFault[] }): JSX.Element {
  return (
    <div class="filing__summary" role="alert" aria-labelledby="error-summary">
      <h2 id="error-summary">There is a problem</h2>
      <ul>
        {faults.map(({ field, words }) => (
          <li>{field === null ? words : <a href={`#${field}`}>{words}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

function OtherKinds({ measure, kind }: Pick<FilingForm, 'measure' | 'kind'>): JSX.Element | null {
  const others = kindsOf(measure).filter((other) => other !== kind);
  if (others.length === 0) return null;
  return (
    <p>
      {others.map((other) => (
        <a href={`/annual/file?measure=${measure.id}&kind=${other}`}>File {names[other]} instead</a>
      ))}
    </p>
  );
}

function YearField({ years, typed, faults }: Pick<FilingForm, 'years' | 'typed' | 'faults'>): JSX.Element {
  const fault = faults.find(({ field }) => field === 'year');
  return (
    <div class={fault === undefined ? 'filing__field' : 'filing__field filing__field--error'}>
      <label class="filing__label" for="year">
        Financial year
      </label>
      {fault === undefined ? null : <ErrorText id="year-error" words={fault.words} />}
      <select
        class="filing__input"
        id="year"
        name="year"
        {...(fault === undefined ? {} : { 'aria-invalid': 'true', 'aria-describedby': 'year-error' })}
      >
        {years.map((year) => (
          <option value={year} selected={year === typed.year}>
            {year}
          </option>
        ))}
      </select>
    </div>
  );
}
