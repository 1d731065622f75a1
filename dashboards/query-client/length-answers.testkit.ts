import { EXAMPLE_DAY, exampleObservations } from './example-answers.testkit.js';
import type { DistributionAnswer, QueueAnswer } from './length-answers.fact.js';

/** A made-up queue: 12 limits about to be missed, 30 later ones. */
export const exampleQueue: QueueAnswer = {
  measure: exampleObservations.measure,
  asOf: EXAMPLE_DAY,
  total: 42,
  byAge: null,
  soon: [
    { left: 0, due: '2026-11-23', count: 2 },
    { left: 1, due: '2026-11-24', count: 10 },
  ],
  later: [
    { from: 6, to: 10, count: 30 },
    { from: 11, to: null, count: 0 },
  ],
  overdue: null,
  withoutLimit: null,
  freshness: exampleObservations.freshness,
};

/** A made-up queue of open applications. */
export const exampleOpenQueue: QueueAnswer = {
  ...exampleQueue,
  total: 50,
  byAge: [
    { waiting: '0-20', count: 43 },
    { waiting: '101-plus', count: 7 },
  ],
  overdue: [{ from: 0, to: 5, count: 6 }],
  withoutLimit: 2,
};

/** Lengths behind a figure, of which nine in ten were 41 or less. */
export function distributionAnswerOf(
  given: Pick<DistributionAnswer, 'measure' | 'observation' | 'bands'>,
): DistributionAnswer {
  const { audience, freshness } = exampleObservations;
  return { grain: 'month', asOf: EXAMPLE_DAY, audience, freshness, ...given };
}
