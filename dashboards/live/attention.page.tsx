import type { JSX } from 'preact';
import { FreshnessLine } from '../layout/freshness.part.js';
import { momentText } from '../figures/periods.words.js';
import { stateOf } from '../figures/state.words.js';
import { Document, type Frame } from '../layout/document.page.js';
import { StateTag } from '../promises/state-tag.part.js';
import type { AttentionAnswer, Standing, State } from '../query-client/answers.fact.js';
import type { QueueAnswer } from '../query-client/length-answers.fact.js';
import { allowanceText, changeText, sinceText } from './attention.words.js';
import { endingSoonText, numberAboutToBeMissed } from './bands/queue.story.js';
import { figuresMoveFor, KeepingUp } from './keeping-up.part.js';

/** States that call for somebody to look, worst first. */
const calling: readonly State[] = ['off-target', 'gone-quiet'];
const unclear: readonly State[] = ['no-clear-change', 'too-few'];

interface AttentionPageProps {
  readonly frame: Frame;
  readonly attention: AttentionAnswer;
  /** Whether the changes are others than the latest. */
  readonly isEarlier: boolean;
  /** Decisions whose time limit has not settled; `null` for those who may not see it. */
  readonly queue: QueueAnswer | null;
}

/** What is off target or has gone quiet, worst first; then what cannot be told, and what is as it should be. */
export function AttentionPage({ frame, attention, isEarlier, queue }: AttentionPageProps): JSX.Element {
  const { rows, asOf, audience, freshness } = attention;
  const called = rows.filter(({ state }) => calling.includes(state));
  return (
    <Document
      frame={frame}
      title="What needs attention"
      crumbs={[{ title: 'Live figures', href: '/live' }, { title: 'What needs attention' }]}
      isLive={figuresMoveFor(frame)}
    >
      <KeepingUp frame={frame} asOf={asOf} />
      <div id="attention" data-live data-live-from="/live/changes/attention">
        <h1>{headingOf(called)}</h1>
        <FreshnessLine asOf={asOf} freshness={freshness} />
        {queue === null ? null : (
          <p class="limits-ahead">
            <a href="/live/measure/decisions-in-time#behind">{endingSoonText(numberAboutToBeMissed(queue))}</a>
          </p>
        )}
        <StandingList standings={called} audience={audience} />
        {figuresMoveFor(frame) ? <ChangeList attention={attention} isEarlier={isEarlier} /> : <ChangesClosed />}
        <Group
          id="unclear"
          title="Cannot be told yet"
          standings={rows.filter(({ state }) => unclear.includes(state))}
          audience={audience}
        />
        <Group
          id="well"
          title="On target"
          standings={rows.filter(({ state }) => state === 'on-target')}
          audience={audience}
        />
        <p>
          Measures without a target are not judged. They are among the <a href="/live">live figures</a>.
        </p>
      </div>
    </Document>
  );
}

function headingOf(called: readonly Standing[]): string {
  if (called.length === 0) return 'Nothing needs attention now';
  return called.length === 1 ? '1 measure needs attention' : `${called.length} measures need attention`;
}

interface GroupProps {
  readonly id: string;
  readonly title: string;
  readonly standings: readonly Standing[];
  readonly audience: string;
}

function Group({ id, title, standings, audience }: GroupProps): JSX.Element | null {
  if (standings.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <StandingList standings={standings} audience={audience} />
    </section>
  );
}

function StandingList({ standings, audience }: Pick<GroupProps, 'standings' | 'audience'>): JSX.Element | null {
  if (standings.length === 0) return null;
  return (
    <ul class="standings">
      {standings.map((standing) => (
        <li class="standings__item">
          <p class="standings__title">
            <StateTag state={standing.state} of={standing.measure.title} />{' '}
            <a href={`/live/measure/${standing.measure.id}`}>{standing.measure.title}</a>
          </p>
          <p class="standings__sentence">{stateOf(standing, audience).sentence}</p>
          <Notes notes={[sinceText(standing), allowanceText(standing)]} />
        </li>
      ))}
    </ul>
  );
}

function Notes({ notes }: { readonly notes: readonly (string | null)[] }): JSX.Element | null {
  const said = notes.filter((note) => note !== null);
  return said.length === 0 ? null : <p class="standings__note">{said.join(' ')}</p>;
}

function ChangesClosed(): JSX.Element {
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">Recent changes</h2>
      <p>
        When a measure began to stand otherwise is not told with rounded figures. Each measure’s scrutiny page has its
        last publication steps side by side.
      </p>
    </section>
  );
}

type ChangeListProps = Pick<AttentionPageProps, 'attention' | 'isEarlier'>;

/** What stood otherwise from when on, newest first. */
function ChangeList({ attention: { changes, older }, isEarlier }: ChangeListProps): JSX.Element {
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{isEarlier ? 'Earlier changes' : 'Recent changes'}</h2>
      {changes.length === 0 ? (
        <p>No change has been noticed {isEarlier ? 'before these' : 'yet'}.</p>
      ) : (
        <ul class="changes">
          {changes.map((change) => (
            <li class="changes__item">
              <time class="changes__time" dateTime={change.at}>
                {momentText(change.at)}
              </time>{' '}
              <a href={`/live/measure/${change.measure.id}`}>{change.measure.title}</a> {changeText(change)}
            </li>
          ))}
        </ul>
      )}
      {older === null ? null : (
        <p>
          <a href={`/live/attention?before=${older}#changes`}>Earlier changes</a>
        </p>
      )}
      {isEarlier ? (
        <p>
          <a href="/live/attention#changes">The latest changes</a>
        </p>
      ) : null}
    </section>
  );
}
