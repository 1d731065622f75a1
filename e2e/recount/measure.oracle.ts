import type { Grain } from './period.oracle.js';

export type Kind = 'count' | 'stock' | 'proportion' | 'limit' | 'time' | 'mean' | 'shares';

export interface Measure {
  readonly kind: Kind;
  /** K before the period's last day plus this many days: provisional. */
  readonly provisionalDays: number;
  /** Shares only: the outcomes. */
  readonly outcomes: readonly string[];
}

const measure = (kind: Kind, provisionalDays = 28, outcomes: readonly string[] = []): Measure => ({
  kind,
  provisionalDays,
  outcomes,
});

const MEASURES = new Map<string, Measure>([
  ['applications-received', measure('count')],
  ['decisions-made', measure('count')],
  ['approval-rate', measure('proportion')],
  ['decisions-in-time', measure('limit')],
  ['decision-time', measure('time')],
  ['open-applications', measure('stock')],
  ['overdue-applications', measure('stock')],
  ['right-first-time', measure('proportion', 180)],
  ['redetermination-rate', measure('proportion', 90)],
  ['redeterminations-in-time', measure('limit')],
  ['redetermination-time', measure('time')],
  ['redetermination-outcomes', measure('shares', 28, ['allowed', 'partly-allowed', 'disallowed', 'withdrawn'])],
  ['redetermination-notices', measure('proportion')],
  ['appeals-lodged', measure('count')],
  ['appeal-outcomes', measure('shares', 28, ['upheld', 'partly-upheld', 'dismissed', 'withdrawn'])],
  ['evidence-to-decision', measure('time')],
  ['consultation-share', measure('proportion')],
  ['payments-on-time', measure('limit')],
  ['payments-right-amount', measure('proportion')],
  ['formats-supplied', measure('proportion', 90)],
  ['adjustments-made', measure('proportion', 90)],
  ['advocacy-started', measure('proportion', 90)],
  ['home-visits-held', measure('proportion', 90)],
  ['equality-coverage', measure('proportion')],
  ['complaints-received', measure('count')],
  ['complaints-stage1-in-time', measure('limit')],
  ['complaints-stage2-in-time', measure('limit')],
  ['complaint-outcomes', measure('shares', 28, ['upheld', 'partly-upheld', 'not-upheld', 'resolved'])],
  ['calls-answered', measure('proportion')],
  ['call-wait', measure('mean')],
  ['feedback-positive', measure('proportion')],
  ['feedback-acted-on', measure('proportion', 90)],
]);

const SURVEY = measure('proportion');

/** The ids of the computed measures that are not survey questions, in the contract's order. */
export const measureIds: readonly string[] = [...MEASURES.keys()];

/** The measure of this id at this grain; throws a RangeError where the contract has none. */
export function measureOf(id: string, grain: Grain): Measure {
  const found = id.startsWith('survey.') ? SURVEY : MEASURES.get(id);
  if (found === undefined) throw new RangeError(`unknown measure: ${id}`);
  if (found === SURVEY && grain !== 'year') throw new RangeError(`${id} has the grain year only`);
  return found;
}
