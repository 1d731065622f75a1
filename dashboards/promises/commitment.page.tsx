import type { JSX } from 'preact';
import { FreshnessLine } from '../layout/freshness.part.js';
import { dateText } from '../figures/periods.words.js';
import { stateOf } from '../figures/state.words.js';
import { Document, type Frame } from '../layout/document.page.js';
import { LiveBar } from '../live/live-bar.part.js';
import type {
  AttentionAnswer,
  CommitmentAnswer,
  CommitmentRow,
  CommitmentsAnswer,
  Indicator,
} from '../query-client/answers.fact.js';
import { evidenceWords, gapWords } from './evidence.words.js';
import { isTold } from './filed.words.js';
import { measureShowing } from './measure-showing.rule.js';
import { StateTag } from './state-tag.part.js';
import { ToldLines } from './told.part.js';

interface CommitmentPageProps {
  readonly frame: Frame;
  readonly commitment: CommitmentAnswer;
  /** Every commitment, principle and theme, to name those that this one is bound up with. */
  readonly charter: CommitmentsAnswer;
  /** How every measure stands; `null` for whoever may not see that. */
  readonly attention: AttentionAnswer | null;
}

/** A promise: who answers for it, what shows whether it is kept, and what to do if it is not. */
export function CommitmentPage({ frame, commitment, charter, attention }: CommitmentPageProps): JSX.Element {
  const { edition, id, title, section, indicators, asOf, freshness } = commitment;
  return (
    <Document
      frame={frame}
      title={title}
      crumbs={[{ title: 'Promises', href: edition === '2019' ? '/' : `/?edition=${edition}` }, { title }]}
      isLive
    >
      <p class="eyebrow">
        Promise {id} of {edition}: {section}
      </p>
      <h1>{title}</h1>
      {commitment.confidence === 'inferred' ? (
        <p>This row was worked out from other sources. It was not read in the charter itself.</p>
      ) : null}
      <LiveBar />
      <div id="shown" data-live>
        <h2>What shows whether it is kept</h2>
        <Indicators
          indicators={indicators.filter(({ evidence }) => evidence.relation === 'direct')}
          attention={attention}
        />
        <Gaps indicators={indicators} />
        <Related
          indicators={indicators.filter(({ evidence }) => evidence.relation === 'proxy')}
          attention={attention}
        />
        {freshness === null ? null : <FreshnessLine asOf={asOf} freshness={freshness} />}
      </div>
      <h2>Who answers for it</h2>
      <p>{responsibleWords[commitment.responsible] ?? commitment.responsible}</p>
      <InForce commitment={commitment} all={charter.commitments} />
      <Bearings commitment={commitment} charter={charter} />
      <Redress steps={commitment.redress} />
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

interface IndicatorsProps {
  readonly indicators: readonly Indicator[];
  readonly attention: AttentionAnswer | null;
}

function Indicators({ indicators, attention }: IndicatorsProps): JSX.Element {
  if (indicators.length === 0) return <p>Nothing measures this promise. That is a gap.</p>;
  const byMeasure = [...Map.groupBy(indicators, ({ framework }) => framework)];
  return (
    <ul class="indicators">
      {byMeasure.map(([framework, evidences]) => (
        <li class="indicators__item">
          <h3 class="indicators__title">{evidences[0]?.title}</h3>
          <p class="indicators__evidence">
            Measure {framework} of the framework:{' '}
            <a href={`/scrutiny/${framework}`}>
              check it<span class="visually-hidden">: {evidences[0]?.title}</span>
            </a>
          </p>
          {evidences.map((indicator) => (
            <EvidenceLines indicator={indicator} sentence={sentenceOf(indicator, attention)} />
          ))}
        </li>
      ))}
    </ul>
  );
}

/** The measures that have nothing but related figures, by name. */
function Gaps({ indicators }: Pick<IndicatorsProps, 'indicators'>): JSX.Element | null {
  const gaps = [...Map.groupBy(indicators, ({ framework }) => framework).values()].filter(
    (ofMeasure) => !ofMeasure.some(({ evidence }) => evidence.relation === 'direct'),
  );
  if (gaps.length === 0) return null;
  return (
    <ul class="indicators">
      {gaps.map(([first]) => (
        <li class="indicators__item">
          <h3 class="indicators__title">{first?.title}</h3>
          <p class="indicators__evidence">Measure {first?.framework} of the framework</p>
          <p>Nothing stands for this itself. That is a gap; there are related figures.</p>
        </li>
      ))}
    </ul>
  );
}

/** Figures that are close to what was promised, but are not the measure itself. */
function Related(props: IndicatorsProps): JSX.Element | null {
  if (props.indicators.length === 0) return null;
  return (
    <>
      <h2>Related figures</h2>
      <p>These are close to what was promised, but they do not measure it themselves.</p>
      <Indicators {...props} />
    </>
  );
}

/** What the figure says; `null` where there is none to be seen. */
function sentenceOf({ evidence, state }: Indicator, attention: AttentionAnswer | null): string | null {
  const standing = attention?.rows.find(({ measure }) => measure.id === measureShowing(evidence));
  if (attention === null || standing === undefined || state === null || state === 'gap') return null;
  if (evidence.kind === 'survey' && standing.latest.value === null) return null;
  return stateOf(standing, attention.audience).sentence;
}

interface EvidenceLinesProps {
  readonly indicator: Indicator;
  /** What the figure says; `null` where there is none to be seen. */
  readonly sentence: string | null;
}

function EvidenceLines({ indicator, sentence }: EvidenceLinesProps): JSX.Element {
  const { title, evidence, state } = indicator;
  if (isTold(evidence)) return <ToldLines indicator={indicator} />;
  const measure = measureShowing(evidence);
  const isJudged = sentence !== null && state !== null && state !== 'no-target';
  return (
    <div class="indicators__lines">
      <p>
        {isJudged ? <StateTag state={state} of={title} /> : null}{' '}
        {sentence ?? (state === null ? 'The figure is not open to you.' : gapWords(evidence))}
      </p>
      <p class="indicators__evidence">
        {evidenceWords(evidence)}.{' '}
        {measure !== null && sentence !== null ? (
          <a href={`/live/measure/${measure}`}>See the figures{<span class="visually-hidden"> of {title}</span>}</a>
        ) : null}
      </p>
      {evidence.why === undefined ? null : <p class="indicators__evidence">{evidence.why}</p>}
    </div>
  );
}

interface BearingsProps {
  readonly commitment: CommitmentAnswer;
  readonly charter: CommitmentsAnswer;
}

/** What the promise rests on: principles of the Act and themes of the charter's design. The links are inferred. */
function Bearings({ commitment, charter }: BearingsProps): JSX.Element | null {
  const { principles, themes } = commitment;
  const named = [
    ...charter.principles
      .filter(({ id }) => principles.includes(id))
      .map(({ title }) => `Principle of the Act: ${title}`),
    ...charter.themes.filter(({ id }) => themes.includes(id)).map(({ title }) => `Theme of the charter: ${title}`),
  ];
  if (named.length === 0) return null;
  return (
    <>
      <h2>What it rests on</h2>
      <ul>
        {named.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
      <p>These links were worked out. They were not read in a source.</p>
    </>
  );
}

interface InForceProps {
  readonly commitment: CommitmentAnswer;
  readonly all: readonly CommitmentRow[];
}

function InForce({ commitment, all }: InForceProps): JSX.Element {
  const { inForce, continues, continuedBy, edition } = commitment;
  const editions = [...new Set(all.map((row) => row.edition))];
  const at = editions.indexOf(edition);
  return (
    <>
      <h2>When it is in force</h2>
      <p>
        {inForce.to === null
          ? `Since ${dateText(inForce.from)}.`
          : `From ${dateText(inForce.from)} to ${dateText(inForce.to)}.`}
      </p>
      <Others title="It carries on" edition={editions[at - 1]} ids={continues} all={all} />
      <Others title="It is carried on by" edition={editions[at + 1]} ids={continuedBy} all={all} />
    </>
  );
}

interface OthersProps {
  readonly title: string;
  readonly edition: string | undefined;
  readonly ids: readonly string[];
  readonly all: readonly CommitmentRow[];
}

function Others({ title, edition, ids, all }: OthersProps): JSX.Element | null {
  const rows = all.filter((row) => row.edition === edition && ids.includes(row.id));
  if (rows.length === 0) return null;
  return (
    <>
      <p>{title}:</p>
      <ul>
        {rows.map((row) => (
          <li>
            <a href={`/commitments/${row.edition}/${row.id}`}>{row.title}</a> ({row.edition})
          </li>
        ))}
      </ul>
    </>
  );
}

function Redress({ steps }: { readonly steps: CommitmentAnswer['redress'] }): JSX.Element {
  return (
    <>
      <h2>If it is not kept for you</h2>
      <ol>
        {steps.map(({ title, answerWithin }) => (
          <li>
            {title}
            {answerWithin === null ? '.' : `: you get an answer within ${answerWithin}.`}
          </li>
        ))}
      </ol>
    </>
  );
}
