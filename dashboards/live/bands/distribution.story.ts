import type { CountsStory } from '../../figures/counts.section.js';
import { phrasesOf } from '../../figures/figure.words.js';
import { dateText } from '../../figures/periods.words.js';
import { pointOf } from '../../figures/story-point.story.js';
import { amountText } from '../../figures/units.words.js';
import type { DistributionAnswer } from '../../query-client/length-answers.fact.js';
import { bandText } from './bands.words.js';

/** How long each took that a period's figure counts; `null` where there is nothing to show. */
export function distributionStory(answer: DistributionAnswer, place: string): CountsStory | null {
  const { measure, bands, observation, asOf } = answer;
  if (bands === null || bands.length === 0) return null;
  const point = pointOf(measure, answer, observation);
  const { things } = phrasesOf(measure);
  const isTime = measure.kind === 'time' && observation.p90 !== null;
  const most = observation.p90 === null ? '' : amountText(measure, observation.p90, false);
  return {
    heading: isTime
      ? `Nine in ten took ${most} or less ${point.during}`
      : `How long each of ${bands.reduce((sum, { count }) => sum + count, 0)} waited ${point.during}`,
    subtitle: `${measure.title}, how many took how long, ${point.label}, ${place}, as known on ${dateText(asOf)}`,
    columns: [measure.unit === 'seconds' ? 'How long' : `How long (${measure.unit})`, `Number of ${things}`],
    counts: bands.map((band) => ({ name: bandText(band, measure.unit), count: band.count })),
    notes: [
      ...(isTime ? [`Half took ${point.amount} or less. The bars are by ${measure.unit}.`] : []),
      ...(bands.at(-1)?.to === null ? ['The last bar has no upper end.'] : []),
    ],
  };
}
