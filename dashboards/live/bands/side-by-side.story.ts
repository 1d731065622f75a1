import type { CountsStory } from '../../figures/counts.section.js';
import { dateText } from '../../figures/periods.words.js';
import { uncapitalised } from '../../figures/sentence.words.js';
import { pointOf } from '../../figures/story-point.story.js';
import type { ObservationsAnswer } from '../../query-client/answers.fact.js';
import type { FilterSelect } from '../filter-selects.rule.js';

/** The figures of one period for every code of a dimension, side by side; `null` where there are none. */
export function sideBySideStory(
  answer: ObservationsAnswer,
  { title, codes }: Pick<FilterSelect, 'title' | 'codes'>,
  place: string,
): CountsStory | null {
  const { measure, observations, asOf } = answer;
  const [dimension = ''] = answer.by;
  const rows = observations.map((row) => {
    const code = row.dimensions[dimension] ?? '';
    return { name: codes.find((one) => one.code === code)?.name ?? code, point: pointOf(measure, answer, row) };
  });
  const [first] = rows;
  if (first === undefined) return null;
  const by = uncapitalised(title);
  return {
    heading: `${measure.title} by ${by} ${first.point.duringInFull}`,
    subtitle: `${measure.title}, by ${by}, ${first.point.label}, ${place}, as known on ${dateText(asOf)}`,
    columns: [title, 'Figure'],
    counts: rows.map(({ name, point }) => ({
      name,
      count: point.value ?? 0,
      text: point.detail === '' ? point.text : `${point.text} (${point.detail})`,
    })),
    notes: [
      'Small groups move more by chance. Bars say nothing about why they differ.',
      ...(rows.some(({ point }) => point.value === null) ? ['Where a mark stands for a figure, there is none.'] : []),
    ],
  };
}
