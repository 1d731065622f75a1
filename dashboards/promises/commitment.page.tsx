import type { JSX } from 'preact';
import { MarkList } from '../figures/mark-list.part.js';
import { explained } from '../figures/marks.words.js';
import { Document, type Frame } from '../layout/document.page.js';
import { FreshnessLine } from '../layout/freshness.part.js';
import { figuresMoveFor, KeepingUp } from '../live/keeping-up.part.js';
import type { CommitmentAnswer, CommitmentsAnswer, Mark } from '../query-client/answers.fact.js';
import { Bearings, InForce } from './bearings.part.js';
import type { FiguresTold } from './figures-told.fact.js';
import { Gaps, Indicators, Related } from './indicator-list.part.js';
import { measureShowing } from './measure-showing.rule.js';
import { AsPublished } from './published/as-published.part.js';
import { Redress } from './redress.part.js';

interface CommitmentPageProps {
  readonly frame: Frame;
  readonly commitment: CommitmentAnswer;
  /** Every commitment, principle and theme, to name those that this one is bound up with. */
  readonly charter: CommitmentsAnswer;
  /** What may be told of the figures; `null` where the reader may see none. */
  readonly told: FiguresTold | null;
}

/** A promise: who answers for it, what shows whether it is kept, and what to do if it is not. */
export function CommitmentPage({ frame, commitment, charter, told }: CommitmentPageProps): JSX.Element {
  const { edition, id, title, section, indicators, asOf, freshness } = commitment;
  const isLive = told !== null && told.published === null;
  return (
    <Document
      frame={frame}
      title={title}
      crumbs={[{ title: 'Promises', href: edition === '2019' ? '/' : `/?edition=${edition}` }, { title }]}
      isLive={isLive && figuresMoveFor(frame)}
    >
      <p class="eyebrow">
        Promise {id} of {edition}: {section}
      </p>
      <h1>{title}</h1>
      {commitment.confidence === 'inferred' ? (
        <p>This row was worked out from other sources. It was not read in the charter itself.</p>
      ) : null}
      {isLive ? <KeepingUp frame={frame} /> : null}
      <div id="shown" {...(isLive ? { 'data-live': true } : {})}>
        <h2>What shows whether it is kept</h2>
        {isLive ? null : <AsPublished release={told?.published?.release ?? null} />}
        <Indicators indicators={indicators.filter(({ evidence }) => evidence.relation === 'direct')} told={told} />
        <Gaps indicators={indicators} />
        <Related indicators={indicators.filter(({ evidence }) => evidence.relation === 'proxy')} told={told} />
        <MarkList marks={explained(marksOf(commitment, told))} />
        {freshness === null ? null : <FreshnessLine asOf={asOf} freshness={freshness} />}
      </div>
      <Redress steps={commitment.redress} />
      <h2>Who answers for it</h2>
      <p>{responsibleWords[commitment.responsible] ?? commitment.responsible}</p>
      <InForce commitment={commitment} all={charter.commitments} />
      <Bearings commitment={commitment} charter={charter} />
      {frame.looking.as === 'compiler' ? (
        <p>
          <a href="/annual/file">File a figure or evidence</a>
        </p>
      ) : null}
    </Document>
  );
}

const responsibleWords: Readonly<Record<string, string>> = {
  both: 'The Scottish Government and Social Security Scotland, together.',
  agency: 'Social Security Scotland.',
  government: 'The Scottish Government.',
};

/** The marks that stand beside the figures of a promise. */
function marksOf({ indicators }: CommitmentAnswer, told: FiguresTold | null): readonly Mark[] {
  const shown = new Set(indicators.map(({ evidence }) => measureShowing(evidence)));
  return (told?.measures ?? []).filter(({ measure }) => shown.has(measure)).flatMap(({ marks }) => marks);
}
