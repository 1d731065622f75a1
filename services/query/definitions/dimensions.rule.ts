import { waiting } from '../../../libs/measures/figures/question.measure.js';
import { journeys } from '../../../libs/measures/journeys/case-views.journey.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import type { Dimension } from '../../../libs/measures/tuple.measure.js';

/** The dimensions that a measure can be broken down or filtered by, each with its codes. */
export function dimensionsOf({ journey, derivedDimensions = [] }: Measure): readonly Dimension[] {
  return [...journeys[journey].space.dimensions, ...(derivedDimensions.includes('waiting') ? [waiting] : [])];
}
