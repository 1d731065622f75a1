import type { Day } from '../../../libs/calendars/local-date.calendar.js';
import type { SyntheticEvent } from '../../../libs/synthetic/synthetic-event.fact.js';
import type { SyntheticPlan } from '../../../libs/synthetic/synthetic-plan.fact.js';
import { unfolding } from '../../../libs/synthetic/unfolding.rule.js';
import type { Session } from './demo-record.store.js';

/** The two streams that a demo is made of. */
export interface DemoPlans {
  /** What goes on whether anyone looks or not: about 100,000 events in two years. */
  readonly history: SyntheticPlan;
  /** What happens besides while the demo runs, so that there is always something to see. */
  readonly live: SyntheticPlan;
}

/**
 * Every event of a demo in order of record time, without end: the history from `from` on, and of the live stream the
 * journeys that began in one of the sessions, with all that follows from them.
 */
export function* demoEvents(
  { history, live }: DemoPlans,
  from: Day,
  firstDayLive: Day,
  sessions: readonly Session[],
): Generator<SyntheticEvent, never> {
  const always = unfolding(history, from);
  const besides = unfolding(live, firstDayLive);
  const began = ({ startedAt }: SyntheticEvent): boolean =>
    sessions.some((session) => session.from <= startedAt && startedAt <= session.to);
  let one = always.next().value;
  let other = nextThat(began, besides);
  for (;;) {
    if (one.recordedAt <= other.recordedAt) {
      yield one;
      one = always.next().value;
    } else {
      yield other;
      other = nextThat(began, besides);
    }
  }
}

function nextThat(fits: (event: SyntheticEvent) => boolean, events: Generator<SyntheticEvent, never>): SyntheticEvent {
  let { value } = events.next();
  while (!fits(value)) ({ value } = events.next());
  return value;
}
