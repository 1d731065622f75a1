import type { JSX } from 'preact';
import { dateText } from '../figures/periods.words.js';
import type { ListedRelease } from '../query-client/releases.fact.js';
import type { ComparedRows } from './compared-rows.story.js';
import { ComparedTable } from './compared-table.part.js';

interface SinceReleaseProps {
  /** The last release; `null`: there is none yet. */
  readonly release: ListedRelease | null;
  readonly compared: ComparedRows | null;
  /** Whether both columns were rounded alike; where not, a small difference may be rounding alone. */
  readonly isAlike: boolean;
}

/** What the last release said of a year, and what is known of the same year now. */
export function SinceRelease({ release, compared, isAlike }: SinceReleaseProps): JSX.Element {
  return (
    <section class="checked" aria-labelledby="since">
      <h2 id="since">What changed since the last release</h2>
      {release === null || compared === null ? (
        <p>No release holds this figure yet.</p>
      ) : (
        <>
          <p>
            Release {release.id} is about {release.year}, as known on {dateText(release.asOf)}. It is {release.state}.
          </p>
          {compared.moments.length > 1 && !isAlike ? (
            <p>
              The release rounds: whole per cents, and counts to the nearest 5. Small differences may be that alone.
            </p>
          ) : null}
          <ComparedTable id="since-table" caption={`The year ${release.year} (synthetic data)`} compared={compared} />
        </>
      )}
    </section>
  );
}
