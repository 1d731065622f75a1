import type { JSX } from 'preact';
import { StateTag } from '../promises/state-tag.part.js';
import type { ScrutinyPromise, ScrutinyRow } from './row.story.js';

interface PromiseTableProps {
  readonly id: string;
  readonly section: string;
  readonly promises: readonly ScrutinyPromise[];
}

/** The rows of a section of the charter, promise by promise. In a narrow window its cells stand one below the other. */
export function PromiseTable({ id, section, promises }: PromiseTableProps): JSX.Element {
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{section}</h3>
      <table class="ds_table rows">
        <caption class="visually-hidden">{`What stands for the promises of the section “${section}”`}</caption>
        <thead class="rows__head">
          <tr>
            <th scope="col">Measure</th>
            <th scope="col">What stands for it</th>
            <th scope="col">How it stands</th>
            <th scope="col">Latest figure</th>
          </tr>
        </thead>
        {promises.map((promise) => (
          <PromiseRows promise={promise} />
        ))}
      </table>
    </section>
  );
}

function PromiseRows({ promise: { commitment, rows } }: { readonly promise: ScrutinyPromise }): JSX.Element {
  const { edition, id, title } = commitment;
  return (
    <tbody class="rows__promise">
      <tr>
        <th class="rows__title" colSpan={4} scope="rowgroup">
          Promise {id} of {edition}: <a href={`/commitments/${edition}/${id}`}>{title}</a>
        </th>
      </tr>
      {[...Map.groupBy(rows, ({ framework }) => framework?.framework ?? null).values()].map((ofMeasure) =>
        ofMeasure.map((row, index) => (
          <tr>
            {index === 0 ? (
              <th scope="row" rowSpan={ofMeasure.length} class="rows__measure">
                <MeasureName framework={row.framework} />
              </th>
            ) : null}
            <td>
              <EvidenceName row={row} />
            </td>
            <td>{row.state === null ? 'Not open to you' : <StateTag state={row.state} />}</td>
            <td>{row.figure}</td>
          </tr>
        )),
      )}
    </tbody>
  );
}

function MeasureName({ framework }: Pick<ScrutinyRow, 'framework'>): JSX.Element {
  if (framework === null) return <>No measure</>;
  return (
    <>
      {framework.framework} <a href={`/scrutiny/${framework.framework}`}>{framework.title}</a>
      {framework.confidence === 'inferred' ? ' (worked out, not read in the source)' : null}
    </>
  );
}

function EvidenceName({ row: { measure, evidence } }: { readonly row: ScrutinyRow }): JSX.Element {
  if (measure === null) return <>{evidence}</>;
  return (
    <>
      <a href={`/scrutiny/${measure.id}`}>{measure.title}</a>. {evidence}.
    </>
  );
}
