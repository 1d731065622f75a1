import type { Kind, MeasureHeading } from '../query-client/answers.fact.js';
import { phrasesOf } from './figure.words.js';
import { firstThatIsShort } from './sentence.words.js';
import type { StoryPart, StoryPoint } from './story-point.story.js';
import { isShare } from './units.words.js';

/** What a point says by itself, without a full stop: `91.3% of decisions were made in time in October`. */
export function statementOf(measure: MeasureHeading, point: StoryPoint): string {
  return firstThatIsShort([statement(measure, point), `“${measure.title}” was ${point.amount} ${point.during}`]);
}

function statement(measure: MeasureHeading, point: StoryPoint): string {
  if (point.value === null) return absence(point);
  const { things, did, took } = phrasesOf(measure);
  const { value, text, amount, during, isRounded } = point;
  if (measure.kind === 'time' || measure.kind === 'mean') return `${took} ${amount} ${during}`;
  if (isShare(measure.kind)) {
    if (text === '0%') return `No ${things} ${did} ${during}`;
    return `${text === '100%' && !isRounded ? 'All' : `${text} of`} ${things} ${did} ${during}`;
  }
  if (value === 0) return `No ${things} ${did} ${during}`;
  const most = mostOf(point);
  if (most !== null)
    return `${most.share === 1 && !isRounded ? 'All' : 'Most'} ${things} that ${did} ${during} were ${most.name}`;
  // A plural of one would be wrong, and a singular is not declared.
  return value === 1 ? `${measure.title}: 1 ${during}` : `${text} ${things} ${did} ${during}`;
}

/** The outcome of more than half of a point, as it is shown; `null` where no outcome is. */
export function mostOf({ parts }: Pick<StoryPoint, 'parts'>): StoryPart | null {
  return parts.find(({ share }) => share !== null && share > 0.5) ?? null;
}

/** Why there is no figure. */
function absence({ text, label, duringInFull }: StoryPoint): string {
  if (text === '[z]') return `Nothing was counted ${duringInFull}`;
  const figure = `The figure for ${label}`;
  return text === '[c]' ? `${figure} is held back to protect people` : `${figure} is not available`;
}

/** Whether a kind's figures say how long something took. */
export function isLength(kind: Kind): boolean {
  return kind === 'time' || kind === 'mean';
}
