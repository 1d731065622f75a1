import type { JSX } from 'preact';
import { Document, type Frame } from '../layout/document.page.js';
import { SelectField } from '../layout/select-field.part.js';
import type { DifferencesAnswer } from '../query-client/annual.fact.js';
import type { ListedRelease, ReleasedRow } from '../query-client/releases.fact.js';
import { ChangedRows } from './changed-rows.part.js';
import type { MeasureNames } from './measure-names.rule.js';
import { SentenceList } from './sentence-list.part.js';

/** Two releases of a year, and how they differ. */
export interface ComparedReleases {
  readonly from: ListedRelease;
  readonly to: ListedRelease;
  readonly before: readonly ReleasedRow[];
  readonly after: readonly ReleasedRow[];
  readonly differences: DifferencesAnswer;
}

interface ComparePageProps {
  readonly frame: Frame;
  readonly year: string;
  readonly releases: readonly ListedRelease[];
  /** `null`: the year has fewer than two. */
  readonly compared: ComparedReleases | null;
  readonly names: MeasureNames;
}

/** Two releases of a year side by side, in words and in numbers. */
export function ComparePage({ frame, year, releases, compared, names }: ComparePageProps): JSX.Element {
  const title =
    compared === null ? `Releases of ${year} compared` : `Release ${compared.from.id} and release ${compared.to.id}`;
  const options = releases.map(({ id, state }) => [id, `${id} (${state})`] as const);
  return (
    <Document
      frame={frame}
      title={title}
      crumbs={[{ title: 'Annual', href: '/annual' }, { title: year, href: `/annual/${year}` }, { title: 'Compare' }]}
    >
      <h1>{title}</h1>
      {compared === null ? (
        <p>
          There are not two releases of {year} to compare. A release never changes: when something in it is put right,
          another takes its place, and both can be read here side by side. See{' '}
          <a href={`/annual/${year}`}>what there is of {year}</a>.
        </p>
      ) : (
        <>
          <form class="choice" method="get" action={`/annual/${year}/compare`}>
            <fieldset class="choice__fields">
              <legend class="visually-hidden">Releases to compare</legend>
              <SelectField name="from" title="From" chosen={compared.from.id} options={options} />
              <SelectField name="to" title="To" chosen={compared.to.id} options={options} />
              <div class="choice__buttons">
                <button class="ds_button ds_button--small" type="submit">
                  Compare
                </button>
              </div>
            </fieldset>
          </form>
          <h2>In words</h2>
          <SentenceList text={compared.differences.summary} />
          <h2>In numbers</h2>
          <ChangedRows
            names={names}
            before={{ name: `Release ${compared.from.id}`, rows: compared.before }}
            after={{ name: `Release ${compared.to.id}`, rows: compared.after }}
          />
        </>
      )}
    </Document>
  );
}
