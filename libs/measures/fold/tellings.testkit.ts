import fc from 'fast-check';
import type { RecordedFact } from '../../events/case.codec.js';
import type { SurveyAnswer } from '../../events/codes.fact.js';
import type { FactName } from '../../events/fact-name.fact.js';
import { surveyQuestions } from '../survey/survey-questions.measure.js';

/** What a random fact says; when it happened, and what it is called, is drawn apart. */
export type Told = Pick<RecordedFact, 'name' | 'data'>;

/** What random cases tell of happens from here on. */
export const start = Date.UTC(2026, 2, 20);
export const hour = 3_600_000;

const refs = fc.constantFrom('r1', 'r1', 'r2');
/** Few, so that facts are told again, contradicted, corrected and withdrawn. */
export const identities = fc.record({
  source: fc.constantFrom('urn:a', 'urn:b'),
  id: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8', '9'),
});

function tellings(
  name: FactName | readonly FactName[],
  data: fc.Arbitrary<object> = fc.constant({}),
): fc.Arbitrary<Told> {
  // Each list of facts below gives the names the data that they have.
  return fc.record({ name: fc.constantFrom(...[name].flat()), data });
}

const ofRef = fc.record({ ref: refs });
const benefits = fc.constantFrom('ADP', 'SCP', 'BSF');
const channels = fc.constantFrom('online', 'paper');

export const ofClaim: fc.Arbitrary<Told> = fc.oneof(
  tellings(
    'application.received',
    fc.record(
      {
        benefit: benefits,
        channel: channels,
        localAuthority: fc.constantFrom('S12000033', 'S12000036'),
        specialRules: fc.boolean(),
        part2Required: fc.boolean(),
      },
      { requiredKeys: ['benefit', 'channel'] },
    ),
  ),
  tellings(['application.part2-received', 'application.withdrawn', 'evidence.complete']),
  tellings('consultation.held', fc.record({ mode: fc.constantFrom('phone', 'video') })),
  tellings('decision.made', fc.record({ outcome: fc.constantFrom('authorised', 'denied') })),
  tellings(
    'equality.form-recorded',
    fc.record(
      {
        ageBand: fc.constantFrom('16-24', '65-plus'),
        gender: fc.constantFrom('man', 'woman'),
        ethnicGroup: fc.constantFrom('white', 'mixed'),
        disability: fc.constantFrom('yes', 'no'),
      },
      { requiredKeys: [] },
    ),
  ),
);

export const ofRedetermination: fc.Arbitrary<Told> = fc.oneof(
  tellings(['redetermination.withdrawn', 'redetermination.overdue-notified'], ofRef),
  tellings('redetermination.accepted-late', ofRef),
  tellings('redetermination.requested', fc.record({ ref: refs, late: fc.boolean() }, { requiredKeys: ['ref'] })),
  tellings(
    'redetermination.decided',
    fc.record({ ref: refs, outcome: fc.constantFrom('allowed', 'partly-allowed', 'disallowed') }),
  ),
);

export const ofAppealAndPayment: fc.Arbitrary<Told> = fc.oneof(
  tellings('appeal.lodged', ofRef),
  tellings('appeal.decided', fc.record({ ref: refs, outcome: fc.constantFrom('upheld', 'dismissed') })),
  tellings(
    'payment.promised',
    fc.record({ ref: refs, due: fc.constantFrom('2026-04-04', '2026-04-20'), amountPence: fc.constant(100) }),
  ),
  tellings('payment.issued', fc.record({ ref: refs, amountPence: fc.constantFrom(99, 100) })),
  tellings('payment.corrected', fc.record({ ref: refs, amountPence: fc.constant(100) })),
);

/** What is asked for and done, by ref: formats, adjustments, advocacy and appointments. */
export const ofRequest: fc.Arbitrary<Told> = fc.oneof(
  tellings('document.format-requested', fc.record({ ref: refs, format: fc.constantFrom('bsl', 'braille') })),
  tellings('appointment.requested', fc.record({ ref: refs, place: fc.constantFrom('home', 'home', 'venue') })),
  tellings(['adjustment.requested', 'advocacy.referred'], ofRef),
  tellings(['document.format-supplied', 'adjustment.made', 'advocacy.started', 'appointment.held'], ofRef),
);

export const ofComplaint: fc.Arbitrary<Told> = fc.oneof(
  tellings(
    'complaint.received',
    fc.record(
      {
        stage: fc.constantFrom(1, 1, 2),
        reason: fc.constantFrom('decision', 'policy'),
        benefit: benefits,
        channel: channels,
      },
      { requiredKeys: ['stage', 'reason'] },
    ),
  ),
  tellings(
    'complaint.responded',
    fc.record({ stage: fc.constantFrom(1, 2), outcome: fc.constantFrom('upheld', 'resolved') }),
  ),
  tellings(['complaint.escalated', 'complaint.withdrawn']),
);

export const ofContact: fc.Arbitrary<Told> = fc.oneof(
  tellings(
    'call.ended',
    fc.record(
      {
        outcome: fc.constantFrom('answered', 'abandoned'),
        waitSeconds: fc.integer({ min: 0, max: 9 }),
        benefit: benefits,
      },
      { requiredKeys: ['outcome', 'waitSeconds'] },
    ),
  ),
  tellings(
    'feedback.given',
    fc.record(
      { rating: fc.integer({ min: 1, max: 5 }), benefit: benefits, channel: channels },
      { requiredKeys: ['rating'] },
    ),
  ),
  tellings('feedback.acted-on', fc.record({ action: fc.constantFrom('explained', 'apology-issued') })),
);

/** A response answers every question alike, or none. */
export const ofSurvey: fc.Arbitrary<Told> = tellings(
  'survey.response-recorded',
  fc.record(
    {
      survey: fc.constantFrom('client', 'staff', 'partner'),
      year: fc.constantFrom('2025-26', '2026-27'),
      benefit: benefits,
      answers: fc
        .constantFrom<readonly SurveyAnswer[]>([1], [4], [5], ['not-applicable'], ['prefer-not-to-say'], [])
        .map((given) =>
          Object.fromEntries(surveyQuestions.flatMap(({ code }) => given.map((answer) => [code, answer]))),
        ),
    },
    { requiredKeys: ['survey', 'year', 'answers'] },
  ),
);

export const puttingRight: fc.Arbitrary<Told> = fc.oneof(
  tellings(
    'fact.withdrawn',
    identities.map((identity) => ({ ...identity, reason: 'entered-in-error' })),
  ),
  tellings(
    'fact.corrected',
    fc
      .tuple(identities, fc.integer({ min: 0, max: 60 }), fc.boolean())
      .map(([identity, days, restated]) =>
        restated
          ? { ...identity, data: { outcome: 'denied' } }
          : { ...identity, time: new Date(start + days * 24 * hour).toISOString() },
      ),
  ),
);
