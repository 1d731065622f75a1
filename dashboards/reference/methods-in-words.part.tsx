import type { JSX } from 'preact';

/** What the rules of all measures have in common. Source: contract, measures and interfaces. */
export function MethodsInWords(): JSX.Element {
  return (
    <>
      <h2 id="counting">What is counted</h2>
      <p>
        Systems tell of each thing that happens: an application was received, a decision was made. Each is one{' '}
        <a href="/glossary#event">event</a>. A figure is counted from all the events of a case together. So it does not
        matter in which order they come, or whether one comes twice. A correction changes the figure.
      </p>
      <p>Something with a time limit is counted once: on the day it ended in time, or on the day after the limit.</p>
      <h2 id="shares">Shares, and nothing to count</h2>
      <p>
        A share always shows what it is a share of: “73 of 80”. Where there was nothing to count there is no share, and
        the page shows <a href="/glossary#not-applicable">[z]</a>. That is never shown as 0% or 100%.
      </p>
      <h2 id="chance">Chance</h2>
      <p>
        Shares go up and down by chance. An <a href="/glossary#interval">interval</a> shows by how much: a 95% Wilson
        interval. It is on target only if all of the interval is. With fewer than 20 nothing is said.
      </p>
      <h2 id="time">As known when</h2>
      <p>
        Late events can change a figure, so a recent one is <a href="/glossary#provisional">provisional</a>. Each figure
        can be asked for as it was known on any past day.
      </p>
      <h2 id="protecting-people">How people are protected</h2>
      <p>Scrutiny bodies and the public see figures that no longer point to anybody.</p>
      <ul>
        <li>
          Counts are rounded to the nearest 5. Shares are worked out again from rounded counts, in whole per cents.
        </li>
        <li>A count of 1 to 4 is held back, shown as [c]. Zero is shown as zero.</li>
        <li>Others are held back too, if a small one could be worked out from them.</li>
        <li>Figures for scrutiny move at publication steps only, so that no single case can be seen coming in.</li>
      </ul>
      <h2 id="publication">Publishing a year</h2>
      <p>
        Once a year the whole framework is frozen in a <a href="/glossary#release">release</a>. It is provisional at
        first. It can be final 28 days after the year has ended. A release is signed, and anybody can check that it was
        not changed.
      </p>
      <h2 id="limits">What the figures cannot tell</h2>
      <ul>
        <li>They tell how often something was done, not how it felt. Surveys ask about that.</li>
        <li>A promise has no score: the figures that show it are never averaged.</li>
        <li>An account in words is shown in words, and never scored.</li>
        <li>Some promises have no figure. They are named as gaps.</li>
      </ul>
      <h2 id="versions">When a rule changes</h2>
      <p>
        A change of meaning is a new version. Both are counted from the same events, and the change is marked{' '}
        <a href="/glossary#break-in-series">[b]</a>.
      </p>
    </>
  );
}
