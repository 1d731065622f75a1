import type { JSX } from 'preact';
import { dateText } from '../figures/periods.words.js';
import type { CommitmentAnswer, CommitmentRow, CommitmentsAnswer } from '../query-client/answers.fact.js';

interface BearingsProps {
  readonly commitment: CommitmentAnswer;
  readonly charter: CommitmentsAnswer;
}

/** What the promise rests on: principles of the Act and themes of the charter's design. The links are inferred. */
export function Bearings({ commitment, charter }: BearingsProps): JSX.Element | null {
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

/** From when to when a promise holds, and which of the other editions it is bound up with. */
export function InForce({ commitment, all }: InForceProps): JSX.Element {
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
