import type { Day } from '../../../libs/calendars/local-date.calendar.js';
import type { Grain } from '../../../libs/calendars/period.calendar.js';
import type { Question } from '../../../libs/measures/figures/question.measure.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import { newestOfEach, versionsNamed } from '../../../libs/measures/versions.measure.js';
import { parseBreakdown } from './breakdown.parser.js';
import type { ObservationsDto } from './observations.dto.js';
import { parseAsOf, parseRange } from './range.parser.js';
import { parsed, refused, type Parsed } from '../refusal.rule.js';

/**
 * What a query asks of the measures there are, `today` being the local date; or everything that is wrong with it.
 * Source: contract, api, "Reading figures".
 */
export function parseQuestion(query: ObservationsDto, measures: readonly Measure[], today: Day): Parsed<Question> {
  const measure = measureNamed(query.measure, measures);
  const asOf = parseAsOf(query.asOf, today);
  const grain = measure.ok ? checkGrain(query.grain, measure.value) : refused();
  const periods = parseRange(query, asOf.ok ? asOf.value : today);
  const breakdown = measure.ok ? parseBreakdown(query, measure.value) : refused();
  if (measure.ok && grain.ok && asOf.ok && periods.ok && breakdown.ok) {
    const { by, filter } = breakdown.value;
    return parsed({
      measure: measure.value,
      grain: grain.value,
      periods: periods.value,
      by,
      filter,
      asOf: asOf.value,
    });
  }
  return refused(...[measure, grain, asOf, periods, breakdown].flatMap((part) => (part.ok ? [] : part.refusals)));
}

/** Of several versions the newest: they agree in all that a question can be about. */
function measureNamed(name: string, measures: readonly Measure[]): Parsed<Measure> {
  const measure = versionsNamed(name, measures).at(-1);
  if (measure !== undefined) return parsed(measure);
  return refused({
    member: 'measure',
    detail: 'There is no such measure.',
    allowed: newestOfEach(measures).map((known) => known.id),
  });
}

function checkGrain(grain: Grain, { grains }: Measure): Parsed<Grain> {
  if (grains === undefined || grains.includes(grain)) return parsed(grain);
  return refused({ member: 'grain', detail: 'The measure has no figures by this grain.', allowed: grains });
}
