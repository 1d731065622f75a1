import type { MeasureHeading, Observation } from '../query-client/answers.fact.js';
import type { ReleasedRow } from '../query-client/releases.fact.js';

/** A year's live figure as a release would have it, so that both can be held side by side. */
export function observedRow({ id, title, unit }: MeasureHeading, observation: Observation): ReleasedRow {
  const { value, numerator, denominator, interval, status } = observation;
  const kind = id.startsWith('survey.') ? 'survey' : 'computed';
  const evidence = { kind, measure: id, relation: null } as const;
  return { framework: '', title, evidence, value, numerator, denominator, interval, unit, status, text: null };
}
