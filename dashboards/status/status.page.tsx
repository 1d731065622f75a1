import type { JSX } from 'preact';
import { momentText } from '../figures/periods.words.js';
import { numberText } from '../figures/units.words.js';
import { Document, type Frame } from '../layout/document.page.js';
import { TermRow } from '../layout/term-row.part.js';
import type { StatusAnswer } from '../query-client/answers.fact.js';
import { factWords, freshnessSentence } from './status.words.js';

interface StatusPageProps {
  readonly frame: Frame;
  readonly status: StatusAnswer;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Whether the figures are up to date, and whether anything that they are counted from has stopped coming. */
export function StatusPage({ frame, status, now }: StatusPageProps): JSX.Element {
  const quiet = status.feeds.filter(({ state }) => state === 'quiet');
  return (
    <Document frame={frame} title="Is it up to date?" crumbs={[{ title: 'Promises', href: '/' }, { title: 'Status' }]}>
      <h1>Is it up to date?</h1>
      <p class="lead__text">{freshnessSentence(status.countedTo, now)}</p>
      {status.filling === null ? null : (
        <p>
          A synthetic history is being counted: {numberText(status.filling.sent)} of {numberText(status.filling.of)}{' '}
          events.
        </p>
      )}
      <h2>What comes in</h2>
      <p>
        {quiet.length === 0
          ? `All ${status.feeds.length} kinds of event come in as they usually do.`
          : `${quiet.length} of ${status.feeds.length} kinds of event have gone quiet.`}
      </p>
      <Feeds feeds={[...quiet, ...status.feeds.filter(({ state }) => state !== 'quiet')]} />
      {status.events === undefined ? null : <Counts events={status.events} />}
      {status.partitions === undefined ? (
        <p>Staff and operators also see how much is still to be counted.</p>
      ) : (
        <Partitions partitions={status.partitions} />
      )}
    </Document>
  );
}

function Feeds({ feeds }: Pick<StatusAnswer, 'feeds'>): JSX.Element {
  return (
    <section class="figure__scroller" aria-label="Kinds of event" tabIndex={0}>
      <table class="ds_table">
        <caption>When each kind of event was last seen</caption>
        <thead>
          <tr>
            <th scope="col">Event</th>
            <th scope="col">Last seen</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {feeds.map(({ fact, lastSeen, state }) => (
            <tr>
              <th scope="row">{factWords(fact)}</th>
              <td>{lastSeen === null ? 'Never' : momentText(lastSeen)}</td>
              <td>{state === 'quiet' ? 'Gone quiet' : 'As usual'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Counts({ events }: { readonly events: NonNullable<StatusAnswer['events']> }): JSX.Element {
  const { accepted, applied, duplicates, quarantined, inFlight } = events;
  return (
    <>
      <h2>Whether it adds up</h2>
      <p>
        {accepted === applied + duplicates + quarantined + inFlight
          ? 'Every event is accounted for.'
          : 'The counts of events do not add up. Tell whoever runs the site.'}
      </p>
      <dl class="about__list">
        <TermRow title="Taken in" text={numberText(accepted)} />
        <TermRow title="Counted" text={numberText(applied)} />
        <TermRow title="Came again" text={numberText(duplicates)} />
        <TermRow title="Set aside" text={numberText(quarantined)} />
        <TermRow title="Still to be counted" text={numberText(inFlight)} />
      </dl>
    </>
  );
}

function Partitions({ partitions }: { readonly partitions: NonNullable<StatusAnswer['partitions']> }): JSX.Element {
  return (
    <section class="figure__scroller" aria-label="Parts of the log" tabIndex={0}>
      <table class="ds_table">
        <caption>How far each part of the log is counted</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">Events</th>
            <th scope="col">Still to be counted</th>
            <th scope="col">Oldest waits (seconds)</th>
          </tr>
        </thead>
        <tbody>
          {partitions.map(({ partition, end, lag, oldestUnappliedSeconds }) => (
            <tr>
              <th scope="row">{partition}</th>
              <td>{numberText(end)}</td>
              <td>{numberText(lag)}</td>
              <td>{numberText(oldestUnappliedSeconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
