import { localDay } from '../../../libs/calendars/local-date.calendar.js';
import { parseEvent, type CheckedEvent } from '../../../libs/events/envelope.parser.js';
import { FOLD_REFUSALS } from '../../../libs/events/fold-refusal.fact.js';
import { withRecordTime } from '../../../libs/events/record-time.codec.js';
import { recordedFactOf } from '../../../libs/events/recorded.fact.js';
import type { Refusal } from '../../../libs/events/refusal.fact.js';
import type { CharterEvent } from '../../../libs/events/envelope.parser.js';
import type { CaseState } from '../../../libs/measures/fold/case-state.measure.js';
import { foldFact, type Outcome } from '../../../libs/measures/fold/fold.measure.js';
import type { Program } from '../../../libs/measures/fold/program.measure.js';
import { DifferenceTable } from '../../../libs/measures/rows/difference-table.measure.js';
import type { QuarantineEntry } from '../../../libs/store/engine-store.port.js';

/**
 * What would become of a quarantined event now, were it put on the log again.
 * - `replayable`: it would be counted
 * - `counted`: its case holds it already: it was replayed, sent again, or counted by a rebuild
 * - `refused`: it would be quarantined again, for this reason
 */
export type Standing =
  | { readonly standing: 'replayable'; readonly event: CharterEvent }
  | { readonly standing: 'counted' }
  | { readonly standing: 'refused'; readonly refusal: Refusal };

export const STANDINGS = ['replayable', 'counted', 'refused'] as const satisfies readonly Standing['standing'][];

/** Behind every record that a case has seen. */
const NEXT = Number.MAX_SAFE_INTEGER;

/**
 * The event of a quarantined record as a replay would put it on the log: known from the same day as the record was.
 *
 * @param now milliseconds since the epoch: what the log would judge it by
 */
export function eventToReplay(
  { value, appendedAt }: Pick<QuarantineEntry, 'value' | 'appendedAt'>,
  now: number,
): CheckedEvent {
  if (value === null) {
    return { ok: false, id: null, refusal: { code: 'not-json', path: '', detail: 'The record has no value.' } };
  }
  return parseEvent(withRecordTime(value, appendedAt), { now, mayRecord: true });
}

/** Tries the event on its case, as counting would; `state` is used up by it. */
export function standingIn(state: CaseState, event: CharterEvent, recordedAt: number, program: Program): Standing {
  const outcome = outcomeIn(state, event, recordedAt, program);
  if (outcome === 'applied') return { standing: 'replayable', event };
  if (outcome === 'duplicate') return { standing: 'counted' };
  return { standing: 'refused', refusal: FOLD_REFUSALS[outcome] };
}

function outcomeIn(
  state: CaseState,
  event: CharterEvent,
  recordedAt: number,
  program: Program,
): Outcome | 'fold-failed' {
  try {
    return foldFact(state, recordedFactOf(event, localDay(recordedAt), NEXT), program, new DifferenceTable());
  } catch {
    // As counting takes it: whatever goes wrong in one case is that event's affair.
    return 'fold-failed';
  }
}
