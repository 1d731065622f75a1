import type { JSX } from 'preact';
import { Document, type Frame } from '../layout/document.page.js';
import type { YearStanding } from './year-standing.rule.js';
import { finalText, releaseText, yearHeading } from './year.words.js';

interface AnnualPageProps {
  readonly frame: Frame;
  /** The newest first. */
  readonly years: readonly YearStanding[];
  /** How many checks block each year; a year is absent for those who may not know. */
  readonly blocking: ReadonlyMap<string, number>;
}

/** Every financial year, how far it has come, and the way to it. */
export function AnnualPage({ frame, years, blocking }: AnnualPageProps): JSX.Element {
  const oldest = years.findLastIndex(({ releases }) => releases.length > 0);
  const recent = years.slice(0, Math.max(oldest, 1) + 1);
  const earlier = years.slice(recent.length);
  return (
    <Document frame={frame} title="The charter year by year" crumbs={[{ title: 'Annual' }]}>
      <h1>The charter year by year</h1>
      <p class="lead__text">
        Once a year every measure of the charter is put together and frozen. That is a release. It never changes.
      </p>
      <ul class="standings">
        {recent.map((standing) => (
          <Year standing={standing} blocking={blocking.get(standing.year)} />
        ))}
      </ul>
      {earlier.length === 0 ? null : (
        <p>
          Earlier years have no release:{' '}
          {earlier.map(({ year }) => (
            <>
              <a href={`/annual/${year}`}>{year}</a>{' '}
            </>
          ))}
        </p>
      )}
      {frame.looking.as === 'compiler' ? (
        <p>
          <a href="/annual/file">File a figure or evidence in words</a>
        </p>
      ) : null}
    </Document>
  );
}

function Year({
  standing,
  blocking,
}: {
  readonly standing: YearStanding;
  readonly blocking: number | undefined;
}): JSX.Element {
  const [latest] = standing.releases;
  return (
    <li class="standings__item">
      <h2 class="standings__title">
        <a href={`/annual/${standing.year}`}>{yearHeading(standing)}</a>
      </h2>
      <p class="standings__sentence">
        {latest === undefined ? null : `${releaseText(latest)} `}
        {finalText(standing)}
      </p>
      {blocking === undefined ? null : <p class="standings__note">{blockingText(blocking)}</p>}
    </li>
  );
}

function blockingText(count: number): string {
  if (count === 0) return 'Nothing blocks a release.';
  return count === 1 ? '1 thing blocks a release.' : `${count} things block a release.`;
}
