import { describe, expect, it } from '@jest/globals';
import {
  atEveryStep,
  atTheLastStep,
  attempt,
  controlled,
  measureNamed,
  untruthsIn,
  withoutRounding,
  withoutSecondary,
} from './attacker.testkit.js';
import { seededClaims } from './seeded-claims.testkit.js';

const claims = seededClaims(20_260_401);
const [safe, rounded, exact] = [controlled(claims), withoutSecondary(claims), withoutRounding(claims)];
const MINUTES = 180_000;

/**
 * Somebody who may fetch everything that the role scrutiny may, knows how figures are rounded and suppressed, and has an
 * integer solver, looks for suppressed counts that can only be one number. One measure of each kind; all of them, and
 * longer, in `attacker.long.ts`.
 */
describe.each(['applications-received', 'approval-rate', 'open-applications', 'decision-time'])('%s', (id) => {
  const measure = measureNamed(id);

  it(
    'cannot be worked out where it is suppressed',
    async () => {
      expect(await untruthsIn(safe, claims, atTheLastStep(measure))).toEqual([]);
      const { suppressed, disclosures } = await attempt('controlled', safe, atTheLastStep(measure));
      expect(suppressed).toBeGreaterThan(0);
      expect(disclosures).toEqual([]);
    },
    MINUTES,
  );

  it(
    'could be, if secondary suppression were switched off, and if rounding were too',
    async () => {
      const enough = 1;
      const attack = atTheLastStep(measure);
      expect((await attempt('without secondary suppression', rounded, attack, enough)).disclosures).toHaveLength(1);
      expect((await attempt('without rounding either', exact, attack, enough)).disclosures).toHaveLength(1);
    },
    MINUTES,
  );
});

describe('parts of shares', () => {
  it(
    'cannot be worked out from the others and the total',
    async () => {
      const attack = atTheLastStep(measureNamed('redetermination-outcomes'), ['month', 'quarter', 'year']);
      expect((await attempt('controlled', safe, attack)).disclosures).toEqual([]);
      expect((await attempt('without secondary suppression', rounded, attack, 1)).disclosures).toHaveLength(1);
    },
    MINUTES,
  );
});

describe('four steps and two releases together', () => {
  it(
    'tell no more than one does, though nothing is ever taken back',
    async () => {
      const attack = atEveryStep(measureNamed('applications-received'), ['month', 'quarter', 'year']);
      expect((await attempt('controlled', safe, attack)).disclosures).toEqual([]);
    },
    MINUTES,
  );
});
