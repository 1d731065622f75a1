import type { CountsStory } from '../../figures/counts.section.js';
import type { NamedCount } from '../../figures/counts.chart.js';
import { dateText } from '../../figures/periods.words.js';
import { numberText } from '../../figures/units.words.js';
import type { QueueAnswer } from '../../query-client/length-answers.fact.js';
import { bandText, waitingText } from './bands.words.js';

const DAYS = 'working days';

/** Open applications by how long they have waited; `null` of a limit. */
export function ageStory({ byAge, total, asOf }: QueueAnswer, place: string): CountsStory | null {
  if (byAge === null) return null;
  const longest = byAge.filter(({ count }) => count > 0).at(-1);
  return {
    heading:
      longest === undefined
        ? 'No application is waiting'
        : `${numberText(longest.count)} of ${numberText(total)} open applications ${longest.count === 1 ? 'has' : 'have'} waited ${waitingText(longest.waiting)} ${DAYS}`,
    subtitle: `Open applications by ${DAYS} since they came in, ${place}, at the end of ${dateText(asOf)}`,
    columns: [`Waited (${DAYS})`, 'Number of applications'],
    counts: byAge.map(({ waiting, count }) => ({ name: waitingText(waiting), count })),
    notes: ['Waiting is counted from the day an application came in, whether or not its time limit runs yet.'],
  };
}

/** Limits that end soon, day by day, then the others. */
export function limitsStory(answer: QueueAnswer, place: string): CountsStory {
  const { soon, later, overdue, withoutLimit, asOf, measure } = answer;
  const count = numberAboutToBeMissed(answer);
  const ends: readonly NamedCount[] = soon.map(({ left, due, count: number }) => ({
    name: `${left} (${dayText(due)})`,
    count: number,
  }));
  const laterNamed = later.map((band) => ({ name: bandText(band, DAYS), count: band.count }));
  const late = overdue?.reduce((sum, band) => sum + band.count, 0) ?? null;
  return {
    heading: endingSoonText(count),
    subtitle: `${measure.title}: ${DAYS} left until the time limit, ${place}, at the end of ${dateText(asOf)}`,
    columns: [`Left (${DAYS})`, 'Number'],
    counts: [...ends, ...laterNamed],
    notes: [
      'A time limit runs from the day the work could begin. It is missed if there is no answer by its last day.',
      ...(late === null ? [] : [`${numberText(late)} more ${late === 1 ? 'is' : 'are'} past the time limit already.`]),
      ...(withoutLimit === null || withoutLimit === 0
        ? []
        : [`${numberText(withoutLimit)} ${withoutLimit === 1 ? 'has' : 'have'} no time limit that runs.`]),
    ],
  };
}

/** How many limits end within five working days. */
export function numberAboutToBeMissed({ soon }: Pick<QueueAnswer, 'soon'>): number {
  return soon.reduce((sum, { count }) => sum + count, 0);
}

/** `12 time limits end in the next five working days`. */
export function endingSoonText(count: number): string {
  if (count === 0) return 'No time limit ends in the next five working days';
  return `${numberText(count)} time ${count === 1 ? 'limit ends' : 'limits end'} in the next five working days`;
}

/** A date without its year: `24 November`. */
function dayText(date: string): string {
  return dateText(date).replace(/ \d{4}$/, '');
}
