import type { JSX } from 'preact';
import { dateText } from '../figures/periods.words.js';
import { Document, type Frame } from '../layout/document.page.js';
import type { AggregatesAnswer, ChecksAnswer } from '../query-client/annual.fact.js';
import { CheckList } from './check-list.part.js';
import { ChangedRows } from './changed-rows.part.js';
import { FrameworkTables } from './framework-table.part.js';
import type { MeasureNames } from './measure-names.rule.js';
import { ReleaseList } from './release-list.part.js';
import type { ReleasedRow } from '../query-client/releases.fact.js';
import type { YearStanding } from './year-standing.rule.js';
import { finalText, yearHeading } from './year.words.js';

/** What is open only to those who compile or audit the year. */
export interface YearInWork {
  readonly aggregates: AggregatesAnswer;
  /** `null`: they cannot be had just now. */
  readonly checks: ChecksAnswer | null;
  /** Of the last release; `null`: there is none. */
  readonly lastRows: readonly ReleasedRow[] | null;
}

interface YearPageProps {
  readonly frame: Frame;
  readonly standing: YearStanding;
  readonly inWork: YearInWork | null;
  readonly names: MeasureNames;
  readonly now: number;
}

/** One year: how far it has come, its releases, and for those who compile it what is to be done. */
export function YearPage({ frame, standing, inWork, names, now }: YearPageProps): JSX.Element {
  const { year, releases } = standing;
  return (
    <Document
      frame={frame}
      title={yearHeading(standing)}
      crumbs={[{ title: 'Annual', href: '/annual' }, { title: year }]}
    >
      <h1>{yearHeading(standing)}</h1>
      <p>{finalText(standing)}</p>
      {frame.looking.as === 'compiler' ? (
        <p>
          <a class="ds_button" href={`/annual/${year}/release`}>
            Make a release
          </a>
        </p>
      ) : null}
      <h2>Releases</h2>
      <ReleaseList releases={releases} now={now} />
      {releases.length < 2 ? null : (
        <p>
          <a href={`/annual/${year}/compare`}>Compare two releases</a>
        </p>
      )}
      {inWork === null ? <Closed frame={frame} /> : <InWork standing={standing} inWork={inWork} names={names} />}
    </Document>
  );
}

function Closed({ frame }: { readonly frame: Frame }): JSX.Element {
  return (
    <p>
      What is not released yet is open only to those who compile or audit the year.
      {frame.hasSwitch ? ' In this demonstration you can change who is looking, above.' : null}
    </p>
  );
}

function InWork({
  standing,
  inWork,
  names,
}: Pick<YearPageProps, 'standing' | 'names'> & { readonly inWork: YearInWork }): JSX.Element {
  const { aggregates, checks, lastRows } = inWork;
  const [latest] = standing.releases;
  return (
    <>
      <h2>Checks</h2>
      {checks === null ? <p>The checks cannot be shown just now.</p> : <CheckList checks={checks} names={names} />}
      {latest === undefined || lastRows === null ? null : (
        <>
          <h2>What has changed since release {latest.id}</h2>
          <ChangedRows
            names={names}
            before={{ name: `Release ${latest.id}`, rows: lastRows }}
            after={{ name: 'Now', rows: aggregates.rows }}
          />
        </>
      )}
      <h2>What a release would hold now</h2>
      <p>
        A release made today holds what was known at the end of {dateText(aggregates.asOf)}. What is filed today comes
        into a release tomorrow. The figures are exact: they are not to be published.
      </p>
      {aggregates.warnings.map((warning) => (
        <p>{warning}</p>
      ))}
      <FrameworkTables rows={aggregates.rows} names={names} />
    </>
  );
}
