import type { Fact, FactOf } from '../../events/fact-catalogue.fact.js';
import type { FactName } from '../../events/fact-name.fact.js';
import { BENEFITS, CHANNELS, COMPLAINT_REASONS, type ComplaintOutcome } from '../../events/codes.fact.js';
import { compareInstants } from '../../calendars/instant.calendar.js';
import { localDay, type Day } from '../../calendars/local-date.calendar.js';
import { indexOfCodes, notRecorded, TupleSpace } from '../tuple.measure.js';
import { dayOfFact, first, firstNotBefore, type Reading } from './case-reading.journey.js';

/** One stage of a complaint: what began it, and what answered or left it first. */
export interface ComplaintStage {
  readonly begunDay: Day;
  readonly respondedDay: Day | null;
  /** The day on which it was escalated or withdrawn before a response; `null` where it was not. */
  readonly leftDay: Day | null;
}

/** A complaint about the agency. */
export interface Complaint {
  readonly reading: Reading;
  readonly tuple: number;
  readonly receivedDay: Day;
  readonly stage1: ComplaintStage | null;
  readonly stage2: ComplaintStage | null;
  /** Of the latest response in sequence, of either stage, and what it said. */
  readonly answeredDay: Day | null;
  readonly outcome: ComplaintOutcome | null;
}

export const complaintPlacedBy: readonly FactName[] = ['complaint.received'];

const benefits = [notRecorded, ...BENEFITS];
const channels = [notRecorded, ...CHANNELS];

export const complaintSpace = new TupleSpace([
  { name: 'benefit', codes: benefits },
  { name: 'channel', codes: channels },
  { name: 'reason', codes: COMPLAINT_REASONS },
]);

const benefitIndex = indexOfCodes(benefits);
const channelIndex = indexOfCodes(channels);
const reasonIndex = indexOfCodes(COMPLAINT_REASONS);

export function readComplaint(reading: Reading): Complaint | null {
  const received = first(reading, 'complaint.received');
  if (received === null) return null;
  const { benefit, channel, reason, stage } = received.data;
  const secondBegunBy = stage === 2 ? received : firstNotBefore(reading, 'complaint.escalated', received);
  const answer = latestResponse(reading, received, secondBegunBy);
  return {
    reading,
    tuple: complaintSpace.tupleOf([benefitIndex(benefit), channelIndex(channel), reasonIndex(reason)]),
    receivedDay: localDay(received.at),
    stage1: stage === 1 ? readStage(reading, 1, received, ['complaint.escalated', 'complaint.withdrawn']) : null,
    stage2: secondBegunBy === null ? null : readStage(reading, 2, secondBegunBy, ['complaint.withdrawn']),
    answeredDay: dayOfFact(answer),
    outcome: answer?.data.outcome ?? null,
  };
}

/** Responses and departures count in sequence, after what began the stage. Source: contract, measures, "Terms". */
function readStage(reading: Reading, stage: 1 | 2, begun: Fact, leaving: readonly FactName[]): ComplaintStage {
  const inSequence = reading.filter((fact) => compareInstants(fact, begun) >= 0);
  const response = inSequence.findIndex((fact) => isResponse(fact) && fact.data.stage === stage);
  const departure = inSequence.findIndex((fact) => leaving.includes(fact.name));
  const left = departure >= 0 && (response < 0 || departure < response);
  return {
    begunDay: localDay(begun.at),
    respondedDay: dayAt(inSequence, response),
    leftDay: left ? dayAt(inSequence, departure) : null,
  };
}

/** Responses of stage 2 come after what began stage 2, the others after the complaint. */
function latestResponse(
  reading: Reading,
  received: Fact,
  secondBegunBy: Fact | null,
): FactOf<'complaint.responded'> | null {
  return (
    reading.filter(isResponse).findLast((response) => {
      const begun = response.data.stage === 2 ? secondBegunBy : received;
      return begun !== null && compareInstants(response, begun) >= 0;
    }) ?? null
  );
}

function isResponse(fact: Fact): fact is FactOf<'complaint.responded'> {
  return fact.name === 'complaint.responded';
}

function dayAt(reading: Reading, place: number): Day | null {
  const fact = reading[place];
  return fact === undefined ? null : localDay(fact.at);
}
