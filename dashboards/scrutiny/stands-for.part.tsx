import type { JSX } from 'preact';
import type { ComputedMeasure } from '../query-client/definitions.fact.js';

type Evidenced = ComputedMeasure['evidences'][number];

/** The measures of the framework and the promises that a measure stands for, itself or as related only. */
export function StandsFor({ evidences }: Pick<ComputedMeasure, 'evidences'>): JSX.Element {
  return (
    <section class="checked" aria-labelledby="stands-for">
      <h2 id="stands-for">The promises it stands for</h2>
      {evidences.length === 0 ? <p>It stands for no promise. It is there to understand the others.</p> : null}
      <Group title="It is the evidence itself" evidences={evidences.filter(({ relation }) => relation === 'direct')} />
      <Group title="It is related only" evidences={evidences.filter(({ relation }) => relation === 'proxy')} />
    </section>
  );
}

interface GroupProps {
  readonly title: string;
  readonly evidences: readonly Evidenced[];
}

function Group({ title, evidences }: GroupProps): JSX.Element | null {
  if (evidences.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {evidences.map(({ framework, title: measure, commitments }) => (
          <li>
            {framework} <a href={`/scrutiny/${framework}`}>{measure}</a>
            <ul>
              {commitments.map((commitment) => (
                <li>
                  <a href={`/commitments/${commitment.edition}/${commitment.id}`}>{commitment.title}</a> (promise{' '}
                  {commitment.id} of {commitment.edition})
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
