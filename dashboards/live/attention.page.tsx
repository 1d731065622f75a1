import type { JSX } from 'preact';
import { FreshnessLine } from '../layout/freshness.part.js';
import { stateOf } from '../figures/state.words.js';
import { Document, type Frame } from '../layout/document.page.js';
import { StateTag } from '../promises/state-tag.part.js';
import type { AttentionAnswer, Standing, State } from '../query-client/answers.fact.js';
import { LiveBar } from './live-bar.part.js';

/** States that call for somebody to look, worst first. */
const calling: readonly State[] = ['off-target', 'gone-quiet'];
const unclear: readonly State[] = ['no-clear-change', 'too-few'];

interface AttentionPageProps {
  readonly frame: Frame;
  readonly attention: AttentionAnswer;
}

/** What is off target or has gone quiet, worst first; then what cannot be told, and what is as it should be. */
export function AttentionPage({ frame, attention }: AttentionPageProps): JSX.Element {
  const { rows, asOf, audience, freshness } = attention;
  const called = rows.filter(({ state }) => calling.includes(state));
  return (
    <Document frame={frame} title="What needs attention" isLive>
      <LiveBar />
      <div id="attention" data-live>
        <h1>{headingOf(called)}</h1>
        <FreshnessLine asOf={asOf} freshness={freshness} />
        <StandingList standings={called} audience={audience} />
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
        </li>
      ))}
    </ul>
  );
}
