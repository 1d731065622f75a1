import type { FactName } from '../../events/fact-name.fact.js';
import { BENEFITS } from '../../events/codes.fact.js';
import { localDay, type Day } from '../../calendars/local-date.calendar.js';
import { indexOfCodes, notRecorded, TupleSpace } from '../tuple.measure.js';
import { first, type Reading } from './case-reading.journey.js';

/** A telephone call that has ended. */
export interface Call {
  readonly tuple: number;
  readonly endedDay: Day;
  readonly answered: boolean;
  /** Seconds that the caller had waited; `null` where the call was not answered. */
  readonly answeredAfter: number | null;
}

export const callPlacedBy: readonly FactName[] = ['call.ended'];

export const callSpace = new TupleSpace([{ name: 'benefit', codes: [notRecorded, ...BENEFITS] }]);

export function readCall(reading: Reading): Call | null {
  const ended = first(reading, 'call.ended');
  if (ended === null) return null;
  const answered = ended.data.outcome === 'answered';
  return {
    tuple: benefitIndex(ended.data.benefit),
    endedDay: localDay(ended.at),
    answered,
    answeredAfter: answered ? ended.data.waitSeconds : null,
  };
}

const benefitIndex = indexOfCodes([notRecorded, ...BENEFITS]);
