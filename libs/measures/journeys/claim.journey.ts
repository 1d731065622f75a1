import type { FactOf } from '../../events/fact-catalogue.fact.js';
import type { FactName } from '../../events/fact-name.fact.js';
import {
  AGE_BANDS,
  BENEFITS,
  CHANNELS,
  COUNCIL_AREAS,
  DISABILITIES,
  ETHNIC_GROUPS,
  GENDERS,
} from '../../events/codes.fact.js';
import { localDay, type Day } from '../../calendars/local-date.calendar.js';
import { indexOfCodes, notRecorded, TupleSpace } from '../tuple.measure.js';
import { dayOfFact, earlierOf, first, firstNotBefore, type Reading } from './case-reading.journey.js';

/** What a claim came to, or that it was taken back, whichever was first. */
export type ClaimEnd = FactOf<'decision.made'> | FactOf<'application.withdrawn'>;

/** A claim for a benefit, read off the facts of its case. Source: contract, measures, "Claim". */
export interface Claim {
  readonly reading: Reading;
  readonly tuple: number;
  readonly benefit: string;
  readonly specialRules: boolean;
  readonly received: FactOf<'application.received'>;
  readonly receivedDay: Day;
  /** The day the work could begin: received, or part two received where that is required; `null`: not yet. */
  readonly start: Day | null;
  /** The first decision, whether or not the claim had been withdrawn before it. */
  readonly decided: FactOf<'decision.made'> | null;
  readonly decidedDay: Day | null;
  /** What ended the claim first. */
  readonly processed: ClaimEnd | null;
  readonly processedDay: Day | null;
  /** Whether what ended the claim first was a decision to pay. */
  readonly authorised: boolean;
}

/** The facts that place a claim: any of them can change the tuple of everything that the claim contributes. */
export const claimPlacedBy: readonly FactName[] = ['application.received', 'equality.form-recorded'];

export const claimSpace = new TupleSpace([
  { name: 'benefit', codes: BENEFITS },
  { name: 'channel', codes: CHANNELS },
  { name: 'localAuthority', codes: [notRecorded, ...COUNCIL_AREAS] },
  { name: 'ageBand', codes: [notRecorded, ...AGE_BANDS] },
  { name: 'gender', codes: [notRecorded, ...GENDERS] },
  { name: 'ethnicGroup', codes: [notRecorded, ...ETHNIC_GROUPS] },
  { name: 'disability', codes: [notRecorded, ...DISABILITIES] },
]);

/** The claim of a case; `null` until its application has come, while everything else waits. */
export function readClaim(reading: Reading): Claim | null {
  const received = first(reading, 'application.received');
  if (received === null) return null;
  const { benefit, specialRules = false, part2Required = false } = received.data;
  const receivedDay = localDay(received.at);
  const decided = firstNotBefore(reading, 'decision.made', received);
  const withdrawn = firstNotBefore(reading, 'application.withdrawn', received);
  const processed = earlierOf(reading, decided, withdrawn);
  return {
    reading,
    tuple: tupleOf(reading, received),
    benefit,
    specialRules,
    received,
    receivedDay,
    start: part2Required ? dayOfFact(first(reading, 'application.part2-received')) : receivedDay,
    decided,
    decidedDay: dayOfFact(decided),
    processed,
    processedDay: dayOfFact(processed),
    authorised: processed?.name === 'decision.made' && processed.data.outcome === 'authorised',
  };
}

const benefitIndex = indexOfCodes(BENEFITS);
const channelIndex = indexOfCodes(CHANNELS);
const areaIndex = indexOfCodes([notRecorded, ...COUNCIL_AREAS]);
const ageBandIndex = indexOfCodes([notRecorded, ...AGE_BANDS]);
const genderIndex = indexOfCodes([notRecorded, ...GENDERS]);
const ethnicGroupIndex = indexOfCodes([notRecorded, ...ETHNIC_GROUPS]);
const disabilityIndex = indexOfCodes([notRecorded, ...DISABILITIES]);

/** Each equality dimension from the latest form that states it. */
function tupleOf(reading: Reading, received: FactOf<'application.received'>): number {
  let ageBand: string | undefined;
  let gender: string | undefined;
  let ethnicGroup: string | undefined;
  let disability: string | undefined;
  for (const fact of reading) {
    if (fact.name !== 'equality.form-recorded') continue;
    ageBand = fact.data.ageBand ?? ageBand;
    gender = fact.data.gender ?? gender;
    ethnicGroup = fact.data.ethnicGroup ?? ethnicGroup;
    disability = fact.data.disability ?? disability;
  }
  return claimSpace.tupleOf([
    benefitIndex(received.data.benefit),
    channelIndex(received.data.channel),
    areaIndex(received.data.localAuthority),
    ageBandIndex(ageBand),
    genderIndex(gender),
    ethnicGroupIndex(ethnicGroup),
    disabilityIndex(disability),
  ]);
}
