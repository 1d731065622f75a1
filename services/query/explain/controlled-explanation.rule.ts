import { toNearestFive } from '../../../libs/disclosure/rounding.rule.js';
import type { Observation } from '../../../libs/measures/figures/observe.measure.js';
import type { Explanation, ExplanationCounts } from './explanation.rule.js';

/**
 * An explanation for whoever sees controlled figures only: the figure as controlled, and counts to the nearest 5. What was
 * counted of cases is told of whole financial years without a filter only: nothing could add up to it, or be taken from it.
 */
export function controlledExplanation(exact: Explanation, observation: Observation, small: number): Explanation {
  const { grain, filter, counts } = exact;
  const isWhole = grain === 'year' && Object.keys(filter).length === 0 && !observation.status.includes('c');
  return { ...exact, observation, counts: counts && controlledCounts(counts, isWhole, small), cases: null };
}

function controlledCounts(counts: ExplanationCounts, isWhole: boolean, small: number): ExplanationCounts {
  const told = (count: number | null): number | null => (count === null ? null : controlled(count, small));
  return {
    cases: isWhole ? told(counts.cases) : null,
    corrections: isWhole ? told(counts.corrections) : null,
    late: isWhole ? told(counts.late) : null,
    duplicates: told(counts.duplicates),
    quarantined: told(counts.quarantined),
  };
}

function controlled(count: number, small: number): number | null {
  if (count === 0) return 0;
  return count < small ? null : toNearestFive(count);
}
