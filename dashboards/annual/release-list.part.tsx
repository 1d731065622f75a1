import type { JSX } from 'preact';
import type { ListedRelease } from '../query-client/releases.fact.js';
import { embargoText, releaseText } from './year.words.js';

interface ReleaseListProps {
  readonly releases: readonly ListedRelease[];
  readonly now: number;
}

/** Releases of a year, the latest first, with their notes and what took their place. */
export function ReleaseList({ releases, now }: ReleaseListProps): JSX.Element {
  if (releases.length === 0) return <p>Nothing has been released of this year.</p>;
  return (
    <ul class="standings">
      {releases.map((release) => (
        <li class="standings__item">
          <p class="standings__title">
            <a href={`/annual/${release.year}/releases/${release.id}`}>Release {release.id}</a>
          </p>
          <p class="standings__sentence">
            {[releaseText(release), embargoText(release, now)].filter((text) => text !== null).join(' ')}
          </p>
          {release.note === '' ? null : <p class="annual__note">{release.note}</p>}
          {release.supersededBy === null ? null : (
            <p class="standings__note">Release {release.supersededBy} took its place.</p>
          )}
        </li>
      ))}
    </ul>
  );
}
