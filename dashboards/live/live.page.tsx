import type { JSX } from 'preact';
import { FillingLine } from '../front/filling.part.js';
import { FreshnessLine } from '../layout/freshness.part.js';
import { Document, type Frame } from '../layout/document.page.js';
import type { Freshness, StatusAnswer } from '../query-client/answers.fact.js';
import { figuresMoveFor, KeepingUp } from './keeping-up.part.js';
import { MeasureCard, type MeasureNow } from './measure-card.part.js';

interface LivePageProps {
  readonly frame: Frame;
  /** Every group that has measures. */
  readonly all: readonly { readonly id: string; readonly title: string }[];
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly measures: readonly MeasureNow[];
  }[];
  /** The group that alone is shown; `null` where all are. */
  readonly shown: string | null;
  readonly asOf: string;
  readonly audience: string;
  readonly freshness: Freshness;
  readonly filling: StatusAnswer['filling'];
}

/** A card for each measure, by group. */
export function LivePage({
  frame,
  all,
  groups,
  shown,
  asOf,
  audience,
  freshness,
  filling,
}: LivePageProps): JSX.Element {
  return (
    <Document
      frame={frame}
      title="Live figures"
      isLive={figuresMoveFor(frame)}
      {...(filling === null ? {} : { reloadsAfter: 5 })}
    >
      <h1>Live figures</h1>
      <p class="lead__text">
        {figuresMoveFor(frame) ? 'How things stand now. ' : ''}Large figures are of the month so far; states are of the
        last whole month.
      </p>
      <p>
        <a href="/live/attention">What needs attention, worst first</a>
      </p>
      <nav aria-label="Groups of measures" class="tabs">
        <ul class="tabs__list">
          <GroupTab href="/live" title="All" isCurrent={shown === null} />
          {all.map(({ id, title }) => (
            <GroupTab href={`/live?group=${id}`} title={title} isCurrent={id === shown} />
          ))}
        </ul>
      </nav>
      <KeepingUp frame={frame} asOf={asOf} />
      <div id="cards" data-live>
        <FillingLine filling={filling} />
        <FreshnessLine asOf={asOf} freshness={freshness} />
        {groups.map(({ id, title, measures }) => (
          <section aria-labelledby={id} class="cards">
            <h2 id={id}>{title}</h2>
            <ul class="cards__list">
              {measures.map((measure) => (
                <MeasureCard measure={measure} audience={audience} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Document>
  );
}

interface GroupTabProps {
  readonly href: string;
  readonly title: string;
  readonly isCurrent: boolean;
}

function GroupTab({ href, title, isCurrent }: GroupTabProps): JSX.Element {
  return (
    <li class="tabs__item">
      <a class="tabs__link" href={href} aria-current={isCurrent ? 'page' : undefined}>
        {title}
      </a>
    </li>
  );
}
