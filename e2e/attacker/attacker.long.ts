import { describe, expect, it } from '@jest/globals';
import {
  atEveryStep,
  atTheLastStep,
  attempt,
  controlled,
  everyGrain,
  measureNamed,
  untruthsIn,
} from './attacker.testkit.js';
import { seededClaims } from './seeded-claims.testkit.js';

const HOUR = 3_600_000;
const claims = seededClaims(20_260_401);
const safe = controlled(claims);

/** Whatever the seeded claims count for. */
const ids = [
  'applications-received',
  'decisions-made',
  'approval-rate',
  'decisions-in-time',
  'decision-time',
  'open-applications',
  'overdue-applications',
  'right-first-time',
  'redetermination-rate',
  'redetermination-time',
  'redetermination-outcomes',
  'equality-coverage',
];

describe('every measure', () => {
  it.each(ids)(
    '%s cannot be worked out where it is suppressed',
    async (id) => {
      const attack = atTheLastStep(measureNamed(id));
      expect(await untruthsIn(safe, claims, attack)).toEqual([]);
      expect((await attempt('controlled', safe, attack)).disclosures).toEqual([]);
    },
    HOUR,
  );
});

/** With numerators, or with days of more than one measure, the solver does not end in any reasonable time. */
const longer = ['month', 'quarter', 'year'] as const;

describe('four steps and two releases together', () => {
  it.each([
    ['applications-received', everyGrain],
    ['decisions-made', longer],
  ] as const)(
    '%s: tell no more than one does, though nothing is ever taken back',
    async (id, grains) => {
      const attack = atEveryStep(measureNamed(id), grains);
      expect((await attempt('controlled', safe, attack)).disclosures).toEqual([]);
    },
    HOUR,
  );
});

describe('days and weeks of a breakdown', () => {
  it(
    'which are withheld, are not told by months and by whole days',
    async () => {
      const shortSpan = { from: '2026-04-27', to: '2026-05-31' };
      const attack = { ...atTheLastStep(measureNamed('applications-received'), everyGrain), shortSpan };
      expect(await untruthsIn(safe, claims, attack)).toEqual([]);
      expect((await attempt('controlled', safe, attack)).disclosures).toEqual([]);
    },
    HOUR,
  );
});

describe('other claims', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'seed %i',
    async (seed) => {
      const others = seededClaims(seed, 200 + 50 * seed);
      for (const id of ['applications-received', 'approval-rate', 'redetermination-outcomes', 'open-applications']) {
        const attack = atTheLastStep(measureNamed(id));
        expect((await attempt(`controlled, seed ${seed}`, controlled(others), attack)).disclosures).toEqual([]);
      }
    },
    HOUR,
  );
});
