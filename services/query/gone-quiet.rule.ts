import type { FactName } from '../../libs/events/fact-name.fact.js';
import { journeys } from '../../libs/measures/journeys/case-views.journey.js';
import type { Measure } from '../../libs/measures/measure.measure.js';
import type { Feeds } from '../../libs/store/feeds.rule.js';
import { feedStateAt } from './feed-state.rule.js';

/** Facts that begin a case, or something within one that is counted by itself. */
const BEGINNINGS: ReadonlySet<FactName> = new Set([
  'application.received',
  'complaint.received',
  'call.ended',
  'feedback.given',
  'survey.response-recorded',
  'redetermination.requested',
  'appeal.lodged',
  'payment.promised',
  'document.format-requested',
  'adjustment.requested',
  'advocacy.referred',
  'appointment.requested',
]);

/**
 * Whether a measure has gone quiet at the moment `now`, in milliseconds: everything that begins what it counts is quiet,
 * and some of it once came. What never came has not gone.
 */
export function hasGoneQuiet(measure: Pick<Measure, 'journey' | 'reads'>, feeds: Feeds, now: number): boolean {
  const seen = whatBegins(measure).map((fact) => feeds[fact]);
  return seen.some((feed) => feed !== undefined) && seen.every((feed) => feedStateAt(now, feed) === 'quiet');
}

/** The beginnings that the measure itself reads; where there are none, what begins its cases. */
function whatBegins({ journey, reads }: Pick<Measure, 'journey' | 'reads'>): readonly FactName[] {
  const own = reads.filter((fact) => BEGINNINGS.has(fact));
  return own.length > 0 ? own : journeys[journey].placedBy.filter((fact) => BEGINNINGS.has(fact));
}
