import type { Evidence } from '../query-client/answers.fact.js';

/** Id of the measure that shows a piece of evidence, by itself or by a survey's question; `null`: none is computed. */
export function measureShowing({ kind, measure, question }: Evidence): string | null {
  if (kind === 'computed') return measure ?? null;
  return kind === 'survey' && question !== undefined ? `survey.${question}` : null;
}
