import { journeys, type JourneyName } from './journeys/case-views.journey.js';
import { nameOf, type Measure } from './measure.measure.js';
import type { Dimension } from './tuple.measure.js';

/**
 * How the numbers in a generation's rows are to be read: which measure each index is, and how each journey's tuples are
 * made up. Kept with the generation, so that its rows stay readable when code and register have moved on.
 */
export interface Layout {
  /** `<id>@<version>` by index. */
  readonly measures: readonly string[];
  readonly dimensions: Readonly<Record<JourneyName, readonly Dimension[]>>;
}

export function layoutOf(measures: readonly Measure[]): Layout {
  return {
    measures: measures.map(nameOf),
    dimensions: {
      claim: journeys.claim.space.dimensions,
      complaint: journeys.complaint.space.dimensions,
      call: journeys.call.space.dimensions,
      feedback: journeys.feedback.space.dimensions,
      survey: journeys.survey.space.dimensions,
    },
  };
}
