import type { JSX } from 'preact';
import { SparkLine } from '../figures/spark-line.chart.js';
import { headingOf } from '../figures/heading.words.js';
import { stateOf } from '../figures/state.words.js';
import { pointOf, type StoryPoint } from '../figures/story-point.story.js';
import { StateTag } from '../promises/state-tag.part.js';
import type { Kind, Observation, Standing } from '../query-client/answers.fact.js';

/** A measure with its last periods, the one that runs now the last of them. */
export interface MeasureNow {
  readonly standing: Standing;
  /** By the grain of the standing. */
  readonly periods: readonly Observation[];
}

interface MeasureCardProps {
  readonly measure: MeasureNow;
  readonly audience: string;
}

/** A measure at a glance: the period so far, where it came from, and how it stands. */
export function MeasureCard({ measure: { standing, periods }, audience }: MeasureCardProps): JSX.Element {
  const { measure, grain, state } = standing;
  const points = periods.map((period) => pointOf(measure, { grain, audience }, period));
  const now = points.at(-1);
  return (
    <li class="measure-card">
      <h3 class="measure-card__title">
        <a href={`/live/measure/${measure.id}`}>{measure.title}</a>
      </h3>
      {now === undefined ? null : (
        <p class="measure-card__now">
          <span class="measure-card__value">{largeText(measure.kind, now)}</span>{' '}
          <span class="measure-card__period">{now.complete ? now.label : `${now.label} so far`}</span>
        </p>
      )}
      <SparkLine story={{ points }} />
      {state === 'no-target' ? null : (
        <p class="measure-card__state">
          <StateTag state={state} of={measure.title} />
        </p>
      )}
      <p class="measure-card__sentence">{sentenceOf(standing, audience)}</p>
    </li>
  );
}

/** How the measure stands against its target; without one, how its last whole period compares with the one before. */
function sentenceOf(standing: Standing, audience: string): string {
  const { measure, grain, state, before, latest } = standing;
  if (state !== 'no-target') return stateOf(standing, audience).sentence;
  const points = [before, latest].map((period) => pointOf(measure, { grain, audience }, period));
  return `${headingOf({ ...measure, cohort: false }, points)}.`;
}

/** The value with its unit where a bare number would not say what it is; a dash where there is none. */
function largeText(kind: Kind, { value, amount, text }: StoryPoint): string {
  if (value === null) return '–';
  return kind === 'time' || kind === 'shares' ? amount : text;
}
