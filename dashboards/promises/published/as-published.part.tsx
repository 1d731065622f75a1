import type { JSX } from 'preact';
import { dateOfInstantText, dateText } from '../../figures/periods.words.js';
import type { ListedRelease } from '../../query-client/releases.fact.js';

/** Which release the figures of a page come from; `null`: none was made yet. */
export function AsPublished({ release }: { readonly release: ListedRelease | null }): JSX.Element {
  if (release === null) {
    return (
      <p class="as-published">
        No figures have been published yet. They will be here when a year’s figures are released.
      </p>
    );
  }
  const { id, year, state, madeAt, asOf } = release;
  return (
    <p class="as-published">
      As published on {dateOfInstantText(madeAt)}: the {state} figures of {year}, as known on {dateText(asOf)}.{' '}
      {state === 'provisional' ? 'They may still change. ' : null}
      Counts are rounded, and small ones are held back. <a href={`/annual/${year}/releases/${id}`}>See the release</a>
    </p>
  );
}
