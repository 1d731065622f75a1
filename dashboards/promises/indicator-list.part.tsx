import type { JSX } from 'preact';
import { capitalised } from '../figures/sentence.words.js';
import type { Indicator } from '../query-client/answers.fact.js';
import { evidenceWords, gapWords } from './evidence.words.js';
import type { FiguresTold } from './figures-told.fact.js';
import { isTold } from './filed.words.js';
import { measureShowing } from './measure-showing.rule.js';
import { PublishedTelling } from './published/published-telling.part.js';
import { StateTag } from './state-tag.part.js';
import { ToldLines } from './told.part.js';

interface IndicatorsProps {
  readonly indicators: readonly Indicator[];
  /** `null`: the reader may see no figures. */
  readonly told: FiguresTold | null;
}

/** What shows a promise: each measure of the framework with what stands for it. */
export function Indicators({ indicators, told }: IndicatorsProps): JSX.Element {
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
            <EvidenceLines indicator={indicator} told={told} />
          ))}
        </li>
      ))}
    </ul>
  );
}

/** The measures that have nothing but related figures, by name. */
export function Gaps({ indicators }: Pick<IndicatorsProps, 'indicators'>): JSX.Element | null {
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
export function Related(props: IndicatorsProps): JSX.Element | null {
  if (props.indicators.length === 0) return null;
  return (
    <>
      <h2>Related figures</h2>
      <p>These are close to what was promised, but they do not measure it themselves.</p>
      <Indicators {...props} />
    </>
  );
}

interface EvidenceLinesProps extends Pick<IndicatorsProps, 'told'> {
  readonly indicator: Indicator;
}

function EvidenceLines({ indicator, told }: EvidenceLinesProps): JSX.Element {
  const { title, evidence } = indicator;
  const isLive = told !== null && told.published === null;
  if (isTold(evidence)) {
    if (isLive) return <ToldLines indicator={indicator} />;
    return <PublishedTelling indicator={indicator} published={told?.published ?? null} />;
  }
  const measure = measureShowing(evidence);
  const figure = told?.measures.find((one) => one.measure === measure);
  const state = figure?.state ?? 'no-target';
  return (
    <div class="indicators__lines">
      <p>
        {state === 'no-target' ? null : <StateTag state={state} of={title} />}{' '}
        {figure?.sentence ?? (told === null ? 'It has not been published yet.' : gapWords(evidence))}
      </p>
      <p class="indicators__evidence">
        {evidenceWords(evidence)}
        {figure === undefined || figure.counts === '' ? '.' : `: ${figure.counts}`}{' '}
        {isLive && measure !== null && figure !== undefined ? (
          <a href={`/live/measure/${measure}`}>See the figures{<span class="visually-hidden"> of {title}</span>}</a>
        ) : null}
      </p>
      {evidence.why === undefined ? null : <p class="indicators__evidence">{capitalised(evidence.why)}</p>}
    </div>
  );
}
