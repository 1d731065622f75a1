import type { JSX } from 'preact';
import type { CommitmentAnswer } from '../query-client/answers.fact.js';

/** What to do where a promise was not kept, and where a decision seems wrong. The steps are the register's. */
export function Redress({ steps }: { readonly steps: CommitmentAnswer['redress'] }): JSX.Element {
  return (
    <>
      <h2 id="redress">If it is not kept for you</h2>
      {steps.length === 0 ? null : (
        <>
          <h3>How to complain</h3>
          <p>You can complain if a promise was not kept. Take one step at a time.</p>
          <ol>
            {steps.map(({ title, answerWithin }) => (
              <li>
                {title}
                {answerWithin === null ? '.' : `: you get an answer within ${answerWithin}.`}
              </li>
            ))}
          </ol>
        </>
      )}
      <h3>How to challenge a decision</h3>
      <p>A complaint does not change a decision about your money. If you think that a decision is wrong:</p>
      <ol>
        <li>
          Ask the agency to decide again. This is called a <a href="/glossary#redetermination">redetermination</a>.
        </li>
        <li>
          If you still think that it is wrong, or you wait too long, <a href="/glossary#appeal">appeal</a> to an
          independent tribunal.
        </li>
      </ol>
      <p>The letter with the decision says by when you must ask.</p>
    </>
  );
}
