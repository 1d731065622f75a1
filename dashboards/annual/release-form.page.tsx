import type { JSX } from 'preact';
import { dateText } from '../figures/periods.words.js';
import { Document, type Frame } from '../layout/document.page.js';
import { ErrorText } from './field.part.js';
import type { ReleaseFault, ReleaseField, TypedRelease } from './release-form.parser.js';
import type { YearStanding } from './year-standing.rule.js';

/** How the form stands. */
export interface ReleaseForm {
  readonly standing: YearStanding;
  /** Made when it was first shown, so that the same sent twice makes one release. */
  readonly id: string;
  readonly typed: TypedRelease;
  readonly faults: readonly ReleaseFault[];
}

/** The form by which the compiler makes a release; it leads to a page that shows what it would hold. */
export function ReleaseFormPage({ frame, form }: { readonly frame: Frame; readonly form: ReleaseForm }): JSX.Element {
  const { standing, id, typed, faults } = form;
  const { year, mayBeFinal, finalFrom } = standing;
  const title = `Make a release of ${year}`;
  const faultOf = (field: ReleaseField): string | null => faults.find((fault) => fault.field === field)?.words ?? null;
  return (
    <Document
      frame={frame}
      title={faults.length === 0 ? title : `Error: ${title}`}
      crumbs={[
        { title: 'Annual', href: '/annual' },
        { title: year, href: `/annual/${year}` },
        { title: 'Make a release' },
      ]}
    >
      {faults.length === 0 ? null : <Summary faults={faults} />}
      <h1>{title}</h1>
      <form class="filing" method="post" action={`/annual/${year}/release`} noValidate>
        <input type="hidden" name="form" value={id} />
        <Row name="state" label="What it is" fault={faultOf('state')} hint={finalHint(mayBeFinal, finalFrom)}>
          <select class="filing__input" name="state" {...described('state', faultOf('state'))}>
            <option value="provisional" selected={typed.state !== 'final'}>
              Provisional
            </option>
            <option value="final" selected={typed.state === 'final'}>
              Final
            </option>
          </select>
        </Row>
        <Row
          name="note"
          label="Note"
          fault={faultOf('note')}
          hint="For readers: why it is made. At most 2,000 characters."
        >
          <textarea class="filing__input" name="note" rows={5} {...described('note', faultOf('note'))}>
            {typed.note}
          </textarea>
        </Row>
        <Row
          name="embargo"
          label="Embargo until"
          fault={faultOf('embargo')}
          hint="Others can read it from 09:30 on this day. Leave it empty to publish it at once."
        >
          <input
            class="filing__input"
            type="date"
            name="embargo"
            value={typed.embargo}
            {...described('embargo', faultOf('embargo'))}
          />
        </Row>
        <button class="ds_button" type="submit" name="step" value="preview">
          See what it would hold
        </button>
      </form>
    </Document>
  );
}

function finalHint(mayBeFinal: boolean, finalFrom: string): string {
  return mayBeFinal ? 'The year may be final.' : `The year may be final from ${dateText(finalFrom)}.`;
}

function described(name: ReleaseField, fault: string | null): Readonly<Record<string, string>> {
  const hint = { id: name, 'aria-describedby': `${name}-hint` };
  return fault === null ? hint : { ...hint, 'aria-describedby': `${name}-hint ${name}-error`, 'aria-invalid': 'true' };
}

interface RowProps {
  readonly name: ReleaseField;
  readonly label: string;
  readonly hint: string;
  readonly fault: string | null;
  readonly children: JSX.Element;
}

function Row({ name, label, hint, fault, children }: RowProps): JSX.Element {
  return (
    <div class={fault === null ? 'filing__field' : 'filing__field filing__field--error'}>
      <label class="filing__label" for={name}>
        {label}
      </label>
      <p class="filing__hint" id={`${name}-hint`}>
        {hint}
      </p>
      {fault === null ? null : <ErrorText id={`${name}-error`} words={fault} />}
      {children}
    </div>
  );
}

function Summary({ faults }: { readonly faults: readonly ReleaseFault[] }): JSX.Element {
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
