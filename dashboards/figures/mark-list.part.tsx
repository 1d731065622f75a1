import type { JSX } from 'preact';
import type { MarkExplained } from './marks.words.js';

/** What the marks mean that occur in the figures above; nothing where none does. */
export function MarkList({ marks }: { readonly marks: readonly MarkExplained[] }): JSX.Element | null {
  if (marks.length === 0) return null;
  return (
    <dl class="figure__marks">
      {marks.map(({ text, sentence }) => (
        <div>
          <dt>{text}</dt>
          <dd>{sentence}</dd>
        </div>
      ))}
    </dl>
  );
}
