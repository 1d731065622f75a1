import { formatDay, type Day } from '../../../libs/calendars/local-date.calendar.js';
import type { Period } from '../../../libs/calendars/period.calendar.js';
import type { FactName } from '../../../libs/events/fact-name.fact.js';
import { factsThatChange } from '../../../libs/measures/measure.measure.js';
import type { FeedState } from '../status/feed-state.rule.js';
import type { Check } from './check.fact.js';
import { checkOf } from './check.rule.js';
import type { Evidencing } from './evidencing.rule.js';

/** What has been seen of a fact. */
export interface Feed {
  readonly fact: FactName;
  /** The day on which the last of them was recorded; `null`: never. */
  readonly lastSeen: Day | null;
  readonly state: FeedState;
}

/**
 * Which facts that the framework's figures are counted from never came, or come no more. One that stopped before the year
 * was over blocks: what happened afterwards is missing from the year.
 */
export function feedChecks(
  feeds: readonly Feed[],
  evidencing: readonly Evidencing[],
  { end }: Pick<Period, 'end'>,
): readonly Check[] {
  return feeds.flatMap(({ fact, lastSeen, state }) => {
    const reading = evidencing.filter(({ measure }) => factsThatChange(measure).has(fact));
    if (state !== 'quiet' || reading.length === 0) return [];
    const frameworks = [...new Set(reading.flatMap((one) => one.frameworks))];
    const about = { feed: fact, frameworks };
    if (lastSeen === null) {
      const says = `No ${fact} has ever come: what is counted from it stays empty.`;
      return [checkOf({ check: 'feed-missing', weight: 'look', says, ...about })];
    }
    const says = `${fact} has gone quiet: the last came on ${formatDay(lastSeen)}.`;
    return [checkOf({ check: 'feed-quiet', weight: lastSeen <= end ? 'blocks' : 'look', says, ...about })];
  });
}
