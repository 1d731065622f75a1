import type { ComponentChildren, JSX } from 'preact';

interface TermRowProps {
  readonly title: string;
  readonly text?: string;
  readonly children?: ComponentChildren;
}

/** A term with what is said of it: a row of a description list. */
export function TermRow({ title, text, children }: TermRowProps): JSX.Element {
  return (
    <div class="about__row">
      <dt>{title}</dt>
      <dd>{text ?? children}</dd>
    </div>
  );
}
