import type { JSX } from 'preact';
import { dateText } from '../figures/periods.words.js';
import { Document, type Frame } from '../layout/document.page.js';
import { ChangedRows } from './changed-rows.part.js';
import { CheckList } from './check-list.part.js';
import { FrameworkTables } from './framework-table.part.js';
import type { MeasureNames } from './measure-names.rule.js';
import type { ReleaseForm } from './release-form.page.js';
import type { YearInWork } from './year.page.js';

interface PreviewProps {
  readonly frame: Frame;
  readonly form: ReleaseForm;
  readonly inWork: YearInWork;
  readonly names: MeasureNames;
}

/** What a release would hold, before it is made. */
export function ReleasePreviewPage({ frame, form, inWork, names }: PreviewProps): JSX.Element {
  const { standing, id, typed } = form;
  const { year, releases } = standing;
  const { aggregates, checks, lastRows } = inWork;
  const title = `Check the ${typed.state} release of ${year}`;
  const [latest] = releases;
  return (
    <Document
      frame={frame}
      title={title}
      crumbs={[
        { title: 'Annual', href: '/annual' },
        { title: year, href: `/annual/${year}` },
        { title: 'Make a release' },
      ]}
    >
      <h1>{title}</h1>
      <p>A release never changes. It will hold what was known at the end of {dateText(aggregates.asOf)}.</p>
      <p>
        {typed.embargo === ''
          ? 'Everybody can read it at once.'
          : `Others can read it from 09:30 on ${dateText(typed.embargo)}.`}
      </p>
      {typed.note === '' ? <p>It has no note.</p> : <p class="annual__note">{typed.note}</p>}
      <form class="filing" method="post" action={`/annual/${year}/release`}>
        <input type="hidden" name="form" value={id} />
        <input type="hidden" name="state" value={typed.state} />
        <input type="hidden" name="note" value={typed.note} />
        <input type="hidden" name="embargo" value={typed.embargo} />
        <button class="ds_button" type="submit" name="step" value="make">
          Make this release
        </button>{' '}
        <button class="ds_button ds_button--secondary" type="submit" name="step" value="change">
          Change it
        </button>
      </form>
      <h2>Checks</h2>
      {checks === null ? <p>The checks cannot be shown just now.</p> : <CheckList checks={checks} names={names} />}
      {latest === undefined || lastRows === null ? null : (
        <>
          <h2>What changes since release {latest.id}</h2>
          <ChangedRows
            names={names}
            before={{ name: `Release ${latest.id}`, rows: lastRows }}
            after={{ name: 'This one', rows: aggregates.rows }}
          />
        </>
      )}
      <h2>The whole table</h2>
      <FrameworkTables rows={aggregates.rows} names={names} />
    </Document>
  );
}
