import type { Kind } from '../query-client/answers.fact.js';
import type { ComputedMeasure } from '../query-client/definitions.fact.js';

const byKind: Readonly<Record<Kind, string>> = {
  count: 'A number says how many there were. It does not say whether that is good or bad.',
  proportion: 'A share says nothing about how late, or how wrong, the others were.',
  limit: 'Each case is counted once, on the day it is met or missed. It does not say how late a late one was.',
  time: 'The median is the middle one. Half took longer, and some much longer.',
  mean: 'A mean can hide long waits among many short ones.',
  stock: 'It is a count on one day. It says nothing about the cases that came and went in between.',
  shares: 'Outcomes are counted, not judged. A change may come from other cases, not other decisions.',
};

/** What a figure does not tell its reader, a sentence each. Source: contract, measures. */
export function limitsOf(
  measure: Pick<ComputedMeasure, 'id' | 'kind' | 'provisionalDays' | 'cohort' | 'evidences'>,
  isControlled: boolean,
): readonly string[] {
  const { id, kind, provisionalDays, cohort, evidences } = measure;
  const isSurvey = id.startsWith('survey.');
  const isRelated = evidences.some(({ relation }) => relation === 'proxy');
  return [
    byKind[kind],
    ...(kind === 'proportion' || kind === 'limit'
      ? ['The range shows chance between periods. It is not about sampling, and not about mistakes in the data.']
      : []),
    ...(isSurvey ? ['It speaks for those who answered. Others may think otherwise.'] : []),
    `Facts may come late. For ${provisionalDays} days after a period ends its figure may still change.`,
    ...(cohort ? ['Cases are placed by when they began. What happens to them later changes earlier periods.'] : []),
    ...(isRelated
      ? ['For some measures of the framework it is only related. There it never counts as the evidence.']
      : []),
    ...(isControlled ? ['Counts are shown to the nearest 5, and small ones are held back.'] : []),
    'All of it is synthetic. It says nothing about real people or a real agency.',
  ];
}
