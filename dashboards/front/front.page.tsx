import type { JSX } from 'preact';
import { GuideHint } from '../guide/guide-hint.part.js';
import { Document, type Frame } from '../layout/document.page.js';
import { figuresMoveFor, KeepingUp } from '../live/keeping-up.part.js';
import type { FiguresTold } from '../promises/figures-told.fact.js';
import { AsPublished } from '../promises/published/as-published.part.js';
import { StateTag } from '../promises/state-tag.part.js';
import type { CharterPromise, Section } from '../promises/section.story.js';
import type { CommitmentsAnswer, StatusAnswer } from '../query-client/answers.fact.js';
import { FillingLine } from './filling.part.js';

type Edition = CommitmentsAnswer['editions'][number];

interface FrontPageProps {
  readonly frame: Frame;
  readonly editions: readonly Edition[];
  readonly edition: Edition;
  readonly sections: readonly Section[];
  /** What may be told of the figures; `null` where the reader may see none. */
  readonly told: FiguresTold | null;
  readonly filling: StatusAnswer['filling'];
  /** Whether the reader has put the pointer to the guide away. */
  readonly isHintHidden: boolean;
}

/** The charter's promises, section by section, each with how it is going in words. */
export function FrontPage({
  frame,
  editions,
  edition,
  sections,
  told,
  filling,
  isHintHidden,
}: FrontPageProps): JSX.Element {
  const isLive = told !== null && told.published === null;
  const isKeptUp = isLive || filling !== null;
  return (
    <Document
      frame={frame}
      title="What the charter promises"
      isLive={isKeptUp && figuresMoveFor(frame)}
      {...(filling === null ? {} : { reloadsAfter: 5 })}
    >
      <div class="lead">
        <h1>What Scotland’s social security charter promises, and how it is going</h1>
        <p class="lead__text">
          The charter makes promises to people who claim benefits. This page lists them. Beside each you can read what
          the figures say{isLive && figuresMoveFor(frame) ? ' today' : ''}. Open a promise to read what you can do if it
          is not kept for you.
        </p>
      </div>
      {frame.hasSwitch ? <GuideHint isHidden={isHintHidden} /> : null}
      {isKeptUp ? <KeepingUp frame={frame} /> : null}
      <div id="promises" {...(isKeptUp ? { 'data-live': true } : {})}>
        <FillingLine filling={filling} />
        {isLive ? null : <AsPublished release={told?.published?.release ?? null} />}
        <nav class="sections-nav" aria-label="Sections of the charter">
          <ul class="sections-nav__list">
            {sections.map(({ id, title, summary }) => (
              <li class="sections-nav__item">
                <a class="sections-nav__link" href={`#${id}`}>
                  {title}
                </a>
                <p class="sections-nav__summary">{summary}</p>
              </li>
            ))}
          </ul>
        </nav>
        {sections.map((section) => (
          <PromiseSection section={section} />
        ))}
      </div>
      <Editions editions={editions} shown={edition} />
    </Document>
  );
}

function PromiseSection({ section: { id, title, promises } }: { readonly section: Section }): JSX.Element {
  return (
    <section class="promises" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="promises__list">
        {promises.map((promise) => (
          <PromiseItem promise={promise} />
        ))}
      </ul>
    </section>
  );
}

function PromiseItem({ promise }: { readonly promise: CharterPromise }): JSX.Element {
  const { edition, id, title, confidence, going } = promise;
  return (
    <li class="promises__item">
      <div class="promises__promise">
        <a href={`/commitments/${edition}/${id}`}>{title}</a>
        {confidence === 'inferred' ? (
          <span class="promises__inferred"> (worked out, not read in the source)</span>
        ) : null}
      </div>
      <div class="promises__going">
        {going.states.length === 0 ? null : (
          <p class="promises__states">
            {going.states.map((state) => (
              <StateTag state={state} />
            ))}
          </p>
        )}
        {going.sentences.map((sentence) => (
          <p class="promises__sentence">{sentence}</p>
        ))}
      </div>
    </li>
  );
}

function Editions({
  editions,
  shown,
}: {
  readonly editions: readonly Edition[];
  readonly shown: Edition;
}): JSX.Element {
  return (
    <section class="editions" aria-labelledby="editions">
      <h2 id="editions">Editions of the charter</h2>
      <p>
        These are the promises of the {shown.id} edition.
        {shown.complete ? ' Its list is complete.' : ' Its full list could not be read: some rows are worked out.'}
      </p>
      <ul>
        {editions
          .filter(({ id }) => id !== shown.id)
          .map(({ id, complete }) => (
            <li>
              <a href={`/?edition=${id}`}>The {id} edition</a>
              {complete ? null : ', as far as it is known'}
            </li>
          ))}
      </ul>
    </section>
  );
}
