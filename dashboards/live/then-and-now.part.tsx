import type { JSX } from 'preact';
import { compared, type Comparison } from '../figures/comparison.rule.js';
import { capitalised } from '../figures/sentence.words.js';
import type { StoryPoint } from '../figures/story-point.story.js';
import type { Definition, Grain } from '../query-client/answers.fact.js';

/** Periods in a year, of the grains that are compared with the year before. */
const inAYear: Readonly<Partial<Record<Grain, number>>> = { month: 12, quarter: 4 };

const words: Readonly<Record<Comparison, string>> = {
  more: 'It was lower',
  less: 'It was higher',
  same: 'About the same',
  unclear: 'No clear change',
};

interface ThenAndNowProps {
  readonly definition: Pick<Definition, 'kind' | 'cohort'>;
  readonly grain: Grain;
  readonly points: readonly StoryPoint[];
}

/** The last whole period beside the one before it and the same one a year earlier, each with how it compares. */
export function ThenAndNow({ definition, grain, points }: ThenAndNowProps): JSX.Element | null {
  const last = points.findLastIndex((point) => point.complete && !(definition.cohort && point.provisional));
  const now = points[last];
  const back = inAYear[grain];
  const earlier = [points[last - 1], back === undefined ? undefined : points[last - back]].filter(
    (point) => point !== undefined,
  );
  if (now === undefined || earlier.length === 0) return null;
  return (
    <section class="then-and-now" aria-labelledby="then-and-now">
      <h2 id="then-and-now">Then and now</h2>
      <section class="figure__scroller" tabIndex={0} aria-labelledby="then-and-now-table">
        <table class="ds_table then-and-now__table">
          <caption
            class="visually-hidden"
            id="then-and-now-table"
          >{`${capitalised(now.label)} and earlier periods`}</caption>
          <thead>
            <tr>
              <th scope="col">Period</th>
              <th scope="col">Figure</th>
              <th scope="col">{`Beside ${now.label}`}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{capitalised(now.label)}</th>
              <td>{now.amount}</td>
              <td>–</td>
            </tr>
            {earlier.map((point) => (
              <tr>
                <th scope="row">{capitalised(point.label)}</th>
                <td>{point.amount}</td>
                <td>{comparisonText(definition.kind, now, point)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function comparisonText(kind: Definition['kind'], now: StoryPoint, then: StoryPoint): string {
  if (now.value === null || then.value === null) return 'Cannot be compared';
  return words[compared(kind, { ...now, value: now.value }, { ...then, value: then.value })];
}
