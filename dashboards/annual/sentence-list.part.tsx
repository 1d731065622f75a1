import type { JSX } from 'preact';

/** A text of a sentence a line: the first by itself, the others as a list. */
export function SentenceList({ text }: { readonly text: string }): JSX.Element {
  const [first = '', ...others] = text.split('\n').filter((line) => line !== '');
  return (
    <>
      <p>{first}</p>
      {others.length === 0 ? null : (
        <ul>
          {others.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}
