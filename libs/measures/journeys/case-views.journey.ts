import type { FactName } from '../../events/fact-name.fact.js';
import type { TupleSpace } from '../tuple.measure.js';
import { callPlacedBy, callSpace, readCall, type Call } from './call.journey.js';
import type { Reading } from './case-reading.journey.js';
import { claimPlacedBy, claimSpace, readClaim, type Claim } from './claim.journey.js';
import { complaintPlacedBy, complaintSpace, readComplaint, type Complaint } from './complaint.journey.js';
import { feedbackPlacedBy, feedbackSpace, readFeedback, type Feedback } from './feedback.journey.js';
import { readSurvey, surveyPlacedBy, surveySpace, type SurveyResponse } from './survey.journey.js';

/** What the facts of a case can tell: each journey with the view that its measures count from. */
export interface JourneyViews {
  readonly claim: Claim;
  readonly complaint: Complaint;
  readonly call: Call;
  readonly feedback: Feedback;
  readonly survey: SurveyResponse;
}

export type JourneyName = keyof JourneyViews;

interface Journey<View> {
  /** The facts that can change a view's tuple; every measure of the journey reads them. */
  readonly placedBy: readonly FactName[];
  readonly space: TupleSpace;
  /** The view; `null` while the fact that begins the journey has not come. */
  readonly read: (reading: Reading) => View | null;
  /** Sets of dimensions that may be used together. Source: contract, measures, "Breakdowns". */
  readonly cubes: readonly (readonly string[])[];
}

export const journeys: { readonly [Name in JourneyName]: Journey<JourneyViews[Name]> } = {
  claim: {
    placedBy: claimPlacedBy,
    space: claimSpace,
    read: readClaim,
    cubes: [
      ['benefit', 'channel'],
      ['benefit', 'localAuthority'],
      ['benefit', 'ageBand'],
      ['benefit', 'gender'],
      ['benefit', 'ethnicGroup'],
      ['benefit', 'disability'],
    ],
  },
  complaint: {
    placedBy: complaintPlacedBy,
    space: complaintSpace,
    read: readComplaint,
    cubes: [
      ['benefit', 'channel'],
      ['benefit', 'reason'],
    ],
  },
  call: { placedBy: callPlacedBy, space: callSpace, read: readCall, cubes: [['benefit']] },
  feedback: { placedBy: feedbackPlacedBy, space: feedbackSpace, read: readFeedback, cubes: [['benefit', 'channel']] },
  survey: { placedBy: surveyPlacedBy, space: surveySpace, read: readSurvey, cubes: [['benefit']] },
};

/** The views of one case, each read at most once. */
export class CaseViews {
  readonly #views: { [Name in JourneyName]?: JourneyViews[Name] | null } = {};

  constructor(private readonly reading: Reading) {}

  view<Name extends JourneyName>(name: Name): JourneyViews[Name] | null {
    const known = this.#views[name];
    if (known !== undefined) return known;
    const view = journeys[name].read(this.reading);
    this.#views[name] = view;
    return view;
  }
}
