import type { Question } from '../../../libs/measures/figures/question.measure.js';
import { cubesOf, type Measure } from '../../../libs/measures/measure.measure.js';
import { dimensionsOf } from '../definitions/dimensions.rule.js';
import type { ObservationsDto } from './observations.dto.js';
import { parsed, refused, type Parsed, type Refusal } from '../refusal.rule.js';

/** `by` and `filter` of a question: dimensions of one cube of the measure, and codes that they have. */
export function parseBreakdown(
  { by, filter }: Pick<ObservationsDto, 'by' | 'filter'>,
  measure: Measure,
): Parsed<Pick<Question, 'by' | 'filter'>> {
  const cubes = cubesOf(measure);
  const dimensions = dimensionsOf(measure);
  const refusals: Refusal[] = [];
  if (by.some((name) => !dimensions.some((dimension) => dimension.name === name))) {
    refusals.push({ member: 'by', detail: 'The measure has no such dimension.', allowed: cubes });
  }
  for (const { dimension: name, code } of filter) {
    const member = `filter[${name}]`;
    const codes = dimensions.find((dimension) => dimension.name === name)?.codes;
    if (codes === undefined) refusals.push({ member, detail: 'The measure has no such dimension.', allowed: cubes });
    else if (!codes.includes(code))
      refusals.push({ member, detail: 'The dimension has no such code.', allowed: codes });
  }
  if (refusals.length > 0) return refused(...refusals);

  const used = [...by, ...filter.map(({ dimension }) => dimension)];
  if (!cubes.some((cube) => used.every((name) => cube.includes(name)))) {
    const detail = 'The dimensions of by and filter together lie in no cube of the measure.';
    return refused({ member: by.length > 0 ? 'by' : 'filter', detail, allowed: cubes });
  }
  return parsed({ by, filter: Object.fromEntries(filter.map(({ dimension, code }) => [dimension, code])) });
}
