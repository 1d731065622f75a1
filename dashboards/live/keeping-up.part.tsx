import type { JSX } from 'preact';
import { dateText } from '../figures/periods.words.js';
import type { Frame } from '../layout/document.page.js';
import { LiveBar } from './live-bar.part.js';

/** Whether figures move while the reader looks: rounded ones stay as they are until the next publication step. */
export function figuresMoveFor({ looking }: Pick<Frame, 'looking'>): boolean {
  return looking.as !== 'scrutiny';
}

interface KeepingUpProps {
  readonly frame: Frame;
  /** The day of the publication step; absent where the page says it elsewhere. */
  readonly asOf?: string;
}

/** How a page of figures keeps up: live, or from one publication step to the next, with what is not shown there. */
export function KeepingUp({ frame, asOf }: KeepingUpProps): JSX.Element {
  if (figuresMoveFor(frame)) return <LiveBar />;
  return (
    <p class="controlled-note">
      You see figures of{' '}
      {asOf === undefined ? 'the last publication step' : `the publication step of ${dateText(asOf)}`}. New ones come
      with the next step. Counts are to the nearest 5, and small ones are held back to protect people.
    </p>
  );
}
