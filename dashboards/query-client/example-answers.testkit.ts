import { answerOf, definitionOf, measureOf, monthsFrom, proportionOf } from '../figures/story.testkit.js';
import type {
  AttentionAnswer,
  CommitmentAnswer,
  CommitmentsAnswer,
  DimensionsAnswer,
  Evidence,
  FiledEntry,
  Indicator,
  ObservationsAnswer,
  ReportedFigure,
  Standing,
  State,
  StateChange,
  StatusAnswer,
} from './answers.fact.js';

/** The answers of a query service of two promises and a few measures. Everything in them is made up. */

export const EXAMPLE_DAY = '2026-11-23';
const freshness = { countedTo: '2026-11-23T10:42:00Z', lagEvents: 0 };

const thirteenMonths = monthsFrom(
  '2025-11-01',
  Array.from({ length: 13 }, (_, index) => proportionOf(180 + index, 200)),
);

/** How a measure stands that decides of which 185 of 200 were in time. */
export function standingOf(id: string, state: State, given: Partial<Standing> = {}): Standing {
  const [before, latest] = monthsFrom('2026-09-01', [proportionOf(186, 200), proportionOf(185, 200)]);
  const [year] = monthsFrom('2025-04-01', [proportionOf(1_860, 2_000)]);
  if (before === undefined || latest === undefined || year === undefined) throw new Error('a month is missing');
  const objective = { op: 'gte', value: 0.9, role: 'agency' as const, source: 'a made-up aim' };
  return {
    measure: measureOf(id, 'limit', `Title of ${id}`),
    grain: 'month',
    latest,
    before,
    year,
    objective: state === 'no-target' ? null : objective,
    state,
    missed: 15,
    quietSince: state === 'gone-quiet' ? '2026-09-30T11:00:00Z' : null,
    since: '2026-11-20T09:30:00Z',
    changedFrom: state === 'off-target' ? 'on-target' : null,
    allowance: { text: '140 of 200 allowed late decisions used this year' },
    ...given,
  };
}

/** That decisions are no longer made in time. */
const exampleChange: StateChange = {
  number: 7,
  at: '2026-11-20T09:30:00Z',
  measure: { id: 'decisions-in-time', version: '1.0.0', title: 'Title of decisions-in-time' },
  from: 'on-target',
  to: 'off-target',
  period: '2026-10',
};

export function attentionOf(rows: readonly Standing[]): AttentionAnswer {
  return { asOf: EXAMPLE_DAY, audience: 'staff', rows, changes: [exampleChange], older: 7, freshness, warnings: [] };
}

/** An indicator of a framework measure, as one who may see figures gets it. */
export function indicatorOf(evidence: Partial<Evidence>, given: Partial<Indicator> = {}): Indicator {
  return {
    framework: 'S2-M31',
    title: 'Time taken to decide',
    confidence: 'confirmed',
    evidence: { kind: 'computed', relation: 'direct', ...evidence },
    latest: null,
    year: null,
    state: 'gap',
    filed: null,
    ...given,
  };
}

const telling = { source: 'urn:example:reporting', id: '1', time: '2026-06-04T10:00:00Z', recordedOn: '2026-06-04' };

/** A figure that somebody reported. */
export const exampleFigure: ReportedFigure = {
  value: 0.525,
  numerator: 21,
  denominator: 40,
  note: 'A made-up headcount.',
  ...telling,
};

/** Something that somebody told in words. */
export const exampleEntry: FiledEntry = {
  title: 'What was done',
  summary: 'A made-up account of it.',
  link: 'https://example.scot/account',
  ...telling,
};

/** A commitment with its indicators, as the list of them has it. */
export function commitmentOf(
  id: string,
  section: string,
  indicators: readonly Indicator[],
): CommitmentsAnswer['commitments'][number] {
  return {
    edition: '2019',
    id,
    title: `Promise ${id}`,
    section,
    responsible: 'both',
    confidence: 'confirmed',
    inForce: { from: '2019-02-06', to: null },
    continues: [],
    continuedBy: [],
    indicators,
  };
}

const indicators = [
  indicatorOf({ measure: 'decisions-in-time' }, { state: 'off-target' }),
  indicatorOf({ kind: 'survey', survey: 'client' }),
  indicatorOf(
    { kind: 'reported' },
    {
      framework: 'S3-M58',
      title: 'Staff diversity',
      state: 'no-target',
      filed: [{ year: '2025-26', figure: exampleFigure, entries: [] }],
    },
  ),
  indicatorOf(
    { kind: 'narrative' },
    {
      framework: 'S3-M59',
      title: 'Owning up',
      state: 'no-target',
      filed: [{ year: '2025-26', figure: null, entries: [exampleEntry] }],
    },
  ),
  indicatorOf(
    { measure: 'right-first-time', relation: 'proxy', why: 'It is close to it.' },
    { framework: 'S2-M32', title: 'Correct in amount', state: 'on-target' },
  ),
];

export const exampleAttention = attentionOf([
  standingOf('decisions-in-time', 'off-target'),
  standingOf('calls-answered', 'gone-quiet'),
  standingOf('payments-on-time', 'too-few'),
  standingOf('right-first-time', 'on-target'),
  standingOf('approval-rate', 'no-target'),
]);

export const exampleCommitments: CommitmentsAnswer = {
  principles: [{ id: 'value', title: 'Value for money' }],
  themes: [{ id: 'processes', title: 'Processes that work' }],
  editions: [{ id: '2019', from: '2019-02-06', to: null, complete: true }],
  commitments: [commitmentOf('2.2', 'Processes', indicators), commitmentOf('2.3', 'Processes', [])],
  asOf: EXAMPLE_DAY,
  audience: 'staff',
  freshness,
  warnings: [],
};

export const exampleCommitment: CommitmentAnswer = {
  ...commitmentOf('2.2', 'Processes', indicators),
  principles: ['value'],
  themes: ['processes'],
  redress: [{ step: 1, title: 'Complain', answerWithin: '5 working days' }],
  asOf: EXAMPLE_DAY,
  audience: 'staff',
  freshness,
  warnings: [],
};

export const exampleDefinition = {
  ...definitionOf(measureOf('decisions-in-time', 'limit')),
  cubes: [
    ['benefit', 'channel'],
    ['benefit', 'localAuthority'],
  ],
};

export const exampleDimensions: DimensionsAnswer = {
  dimensions: [
    {
      name: 'benefit',
      codes: [
        { code: 'SCP', name: 'Scottish Child Payment' },
        { code: 'XYZ', name: 'A benefit of calls alone', onlyFor: ['calls-answered'] },
      ],
      measures: ['decisions-in-time'],
    },
    { name: 'channel', codes: [{ code: 'in-person', name: null }], measures: ['decisions-in-time'] },
    { name: 'reason', codes: [{ code: 'policy', name: null }], measures: ['complaints-received'] },
  ],
};

export const exampleObservations: ObservationsAnswer = answerOf(exampleDefinition, thirteenMonths);

export const exampleStatus: StatusAnswer = {
  countedTo: freshness.countedTo,
  filling: null,
  feeds: [
    { fact: 'application.received', lastSeen: '2026-11-23T10:41:00Z', state: 'normal' },
    { fact: 'call.ended', lastSeen: null, state: 'quiet' },
  ],
  events: { accepted: 100, applied: 90, duplicates: 8, quarantined: 2, inFlight: 0 },
  partitions: [{ partition: 0, end: 100, lag: 0, oldestUnappliedSeconds: 0 }],
};
