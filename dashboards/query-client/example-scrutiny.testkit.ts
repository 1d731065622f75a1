import { definitionOf, measureOf, observationOf, periodsFrom, proportionOf } from '../figures/story.testkit.js';
import { commitmentOf, EXAMPLE_DAY, exampleCommitment } from './example-answers.testkit.js';
import type { ComputedMeasure, FrameworkAnswer, MeasuresAnswer, TargetsAnswer } from './definitions.fact.js';
import type { Explanation } from './explanation.fact.js';
import type { StepsAnswer } from './publication-steps.fact.js';
import type { ListedRelease, ReleasedTable, ReleasesAnswer } from './releases.fact.js';

/** What query answers to those who check figures. Everything in it is made up. */

export const exampleComputed: ComputedMeasure = {
  ...definitionOf(measureOf('decisions-in-time', 'limit')),
  cubes: [
    ['benefit', 'channel'],
    ['benefit', 'localAuthority'],
  ],
  definitionHash: 'a'.repeat(64),
  journey: 'claim',
  reads: ['decision.made'],
  versions: [{ version: '1.0.0', inForceFrom: null, definitionHash: 'a'.repeat(64) }],
  evidences: [
    {
      framework: 'S2-M31',
      title: 'Time taken to decide',
      relation: 'direct',
      commitments: [{ edition: '2019', id: '2.2', title: 'Promise 2.2' }],
    },
  ],
};

export const exampleFramework: FrameworkAnswer = {
  id: 'S2-M31',
  section: 'Processes',
  title: 'Time taken to decide',
  dataSource: 'administrative data',
  evidencedBy: [{ kind: 'computed', measure: 'decisions-in-time', relation: 'direct' }],
  confidence: 'confirmed',
  source: 'a made-up source',
  published: [{ year: '2022-23', value: 29, unit: 'median working days' }],
  gap: false,
  promises: [commitmentOf('2.2', 'Processes', [])],
  indicators: exampleCommitment.indicators.filter(({ framework }) => framework === 'S2-M31'),
  asOf: EXAMPLE_DAY,
  audience: 'staff',
  freshness: exampleCommitment.freshness,
  warnings: [],
};

export const exampleMeasures: MeasuresAnswer = { measures: [exampleComputed], framework: [exampleFramework] };

export const exampleTargets: TargetsAnswer = {
  targets: [
    {
      measure: 'decisions-in-time',
      objective: { op: 'gte', value: 0.9 },
      from: '2018-01-01',
      role: 'agency',
      source: 'a made-up aim',
    },
  ],
};

export const exampleSteps: StepsAnswer = {
  step: 'week',
  latest: '2026-11-22',
  steps: ['2026-11-22', '2026-11-15', '2026-11-08'],
};

export function releaseOf(id: string, year: string): ListedRelease {
  return {
    id,
    year,
    state: 'final',
    note: 'Made up.',
    madeAt: '2026-11-20T10:00:00Z',
    asOf: '2026-11-19',
    supersedes: null,
    table: 'published',
    supersededBy: null,
    embargoUntil: null,
  };
}

export const exampleReleases: ReleasesAnswer = {
  releases: [releaseOf('2025-26.1', '2025-26'), releaseOf('2024-25.1', '2024-25')],
};

export function releasedTableOf(year: string, value: number): ReleasedTable {
  return {
    year,
    asOf: '2026-11-19',
    table: 'published',
    rows: [
      {
        framework: 'S2-M31',
        title: 'Time taken to decide',
        evidence: { kind: 'computed', measure: 'decisions-in-time', relation: 'direct' },
        value,
        numerator: value * 200,
        denominator: 200,
        interval: null,
        unit: 'proportion',
        status: [],
        text: null,
      },
    ],
  };
}

const [october] = periodsFrom('month', '2026-10-01', 1);
if (october === undefined) throw new Error('a month is missing');

export const exampleExplanation: Explanation = {
  definition: exampleComputed,
  grain: 'month',
  asOf: '2026-11-22',
  audience: 'staff',
  observation: observationOf(october, { ...proportionOf(185, 200), status: ['p'] }),
  positions: [{ partition: 0, position: 1_200 }],
  counts: { cases: 200, corrections: 3, late: 2, duplicates: 8, quarantined: 1 },
  cases: null,
  freshness: exampleCommitment.freshness,
  warnings: [],
};
