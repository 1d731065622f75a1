import { groupingOf } from '../../../libs/measures/figures/cells.measure.js';
import type { Holdings, Question } from '../../../libs/measures/figures/question.measure.js';
import { tallyRows } from '../../../libs/measures/figures/tallying.measure.js';
import { MOST_CELLS } from './range.parser.js';

/**
 * Whether the answer to a question has more rows than an answer may have. It is told without making them: only where
 * every combination of codes together would be too many are those looked for in which something is counted.
 */
export function hasTooManyRows(question: Question, holdings: Holdings): boolean {
  const periodCount = question.periods.length;
  if (periodCount * groupingOf(question, holdings.dimensions).size <= MOST_CELLS) return false;
  return periodCount * combinationsCounted(question, holdings) > MOST_CELLS;
}

/** In how many combinations something is counted in some period, by whichever version. */
function combinationsCounted(question: Question, holdings: Holdings): number {
  const narrowed = withFewestPeriods(question);
  const { size } = groupingOf(question, holdings.dimensions);
  const versions = holdings.versions ?? [{ measure: question.measure, measureIndex: holdings.measureIndex }];
  const tallies = versions.map(
    ({ measure, measureIndex }) => tallyRows({ ...narrowed, measure }, { ...holdings, measureIndex }).tally,
  );
  const combinations = Array.from({ length: size }, (_, group) => group);
  return combinations.filter((group) =>
    tallies.some((tally) => narrowed.periods.some((_, index) => tally.counts(index * size + group))),
  ).length;
}

/** What is counted on its own day is counted in the whole range taken as one period; a stock is not. */
function withFewestPeriods(question: Question): Question {
  const [first, last] = [question.periods[0], question.periods.at(-1)];
  if (question.measure.kind === 'stock' || first === undefined || last === undefined) return question;
  return { ...question, periods: [{ code: '', start: first.start, end: last.end }] };
}
