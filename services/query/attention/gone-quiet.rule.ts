import type { FactName } from '../../../libs/events/fact-name.fact.js';
import { journeys } from '../../../libs/measures/journeys/case-views.journey.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import type { WorkingCalendar } from '../../../libs/calendars/working-days.calendar.js';
import type { Feeds } from '../../../libs/store/feeds.rule.js';
import { feedStateAt } from '../status/feed-state.rule.js';

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
 * Since when a measure has been quiet at the moment `now`, both in milliseconds: when the last was recorded of what begins
 * the things it counts. `null` while any of that still comes, and where none of it ever came: what never came has not gone.
 */
export function quietSince(
  measure: Pick<Measure, 'journey' | 'reads'>,
  feeds: Feeds,
  now: number,
  calendar: WorkingCalendar,
): number | null {
  const begins = whatBegins(measure);
  if (begins.some((fact) => feedStateAt(now, fact, feeds[fact], calendar) !== 'quiet')) return null;
  const seen = begins.map((fact) => feeds[fact]);
  const ends = seen.flatMap((feed) => (feed === undefined ? [] : [feed.last]));
  return ends.length === 0 ? null : Math.max(...ends);
}

/** The beginnings that the measure itself reads; where there are none, what begins its cases. */
function whatBegins({ journey, reads }: Pick<Measure, 'journey' | 'reads'>): readonly FactName[] {
  const own = reads.filter((fact) => BEGINNINGS.has(fact));
  return own.length > 0 ? own : journeys[journey].placedBy.filter((fact) => BEGINNINGS.has(fact));
}
