import { formatDay, type Day } from '../../../libs/calendars/local-date.calendar.js';
import { periodsOverlapping, type Period } from '../../../libs/calendars/period.calendar.js';
import { DAYS_TO_FINAL } from '../../../libs/publication/release-state.rule.js';
import { headingGrainOf } from '../attention/last-whole-period.rule.js';
import type { Check } from './check.fact.js';
import { checkOf } from './check.rule.js';
import type { Evidencing } from './evidencing.rule.js';

/**
 * Measures whose figures of the year, as known at the end of day K, may still change as a matter of course although the
 * year may be final: those that take longer to ripen than a year takes to be final (contract: measures, "Kinds").
 */
export function maturityChecks(evidencing: readonly Evidencing[], year: Period, asOf: Day): readonly Check[] {
  return evidencing.flatMap(({ measure, frameworks }) => {
    const { id, provisionalDays } = measure;
    const ripe = year.end + provisionalDays;
    if (provisionalDays <= DAYS_TO_FINAL || asOf >= ripe) return [];
    const begun = periodsOverlapping(headingGrainOf(measure), year.start, Math.min(year.end, asOf));
    const unripe = begun.filter(({ end }) => asOf < end + provisionalDays);
    const until = formatDay(ripe + 1);
    const of =
      begun.length === 1 ? '' : `${unripe.length} of ${begun.length} months of it, from ${unripe[0]?.code ?? ''} on, `;
    const says = `${id} is still provisional${of === '' ? '' : `: ${of}may change as a matter of course`}. It ripens by ${until}.`;
    return [checkOf({ check: 'immature', weight: 'look', says, frameworks, measure: id, count: unripe.length, until })];
  });
}
