import type { FactName } from '../../events/fact-name.fact.js';
import { BENEFITS, CHANNELS } from '../../events/codes.fact.js';
import { localDay, type Day } from '../../calendars/local-date.calendar.js';
import { indexOfCodes, notRecorded, TupleSpace } from '../tuple.measure.js';
import { first, firstNotBefore, type Reading } from './case-reading.journey.js';

/** What a person said of the service. */
export interface Feedback {
  readonly tuple: number;
  readonly givenDay: Day;
  /** Whether it was rated 4 or 5 out of 5. */
  readonly positive: boolean;
  /** Whether anything was done about it. */
  readonly actedOn: boolean;
}

export const feedbackPlacedBy: readonly FactName[] = ['feedback.given'];

const benefits = [notRecorded, ...BENEFITS];
const channels = [notRecorded, ...CHANNELS];

export const feedbackSpace = new TupleSpace([
  { name: 'benefit', codes: benefits },
  { name: 'channel', codes: channels },
]);

const benefitIndex = indexOfCodes(benefits);
const channelIndex = indexOfCodes(channels);

export function readFeedback(reading: Reading): Feedback | null {
  const given = first(reading, 'feedback.given');
  if (given === null) return null;
  return {
    tuple: feedbackSpace.tupleOf([benefitIndex(given.data.benefit), channelIndex(given.data.channel)]),
    givenDay: localDay(given.at),
    positive: given.data.rating >= 4,
    actedOn: firstNotBefore(reading, 'feedback.acted-on', given) !== null,
  };
}
