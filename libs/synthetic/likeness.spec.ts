import { describe, expect, it } from '@jest/globals';
import { localDay, type Day } from '../calendars/local-date.calendar.js';
import type { Benefit } from '../events/codes.fact.js';
import type { Calibration } from '../register/calibration.schema.js';
import type { Entry } from './journal.rule.js';
import { begunBetween, day, examplePlan, recordedThrough } from './plan.testkit.js';
import type { SyntheticPlan } from './synthetic-plan.fact.js';

/** Claims alone, of every benefit equally many, all launched: two years of them give each benefit's own likeness. */
const calibration: Calibration = {
  ...examplePlan.calibration,
  benefits: examplePlan.calibration.benefits.map((benefit) => ({ ...benefit, from: '2018-01-01', perMonth: 60 })),
  callsPerApplication: 0,
  feedbackPerApplication: 0,
  surveyResponsesPerYear: { client: 0, staff: 0, partner: 0 },
};
const plan: SyntheticPlan = { ...examplePlan, calibration, scale: 1 };

interface Claim {
  readonly benefit: Benefit;
  readonly received: Day;
  readonly processed: Day;
  readonly outcome: string;
  readonly elapsed: number;
}

/** Processed claims, special rules and mistaken times left out. */
function claimsAmong(journals: readonly (readonly Entry[])[]): readonly Claim[] {
  return journals.flatMap((entries) => {
    const received = entries.find(({ name }) => name === 'application.received');
    const started = entries.find(({ name }) => name === 'application.part2-received') ?? received;
    const ended = entries.find(({ name }) => name === 'decision.made' || name === 'application.withdrawn');
    if (received === undefined || started === undefined || ended === undefined) return [];
    if (!('benefit' in received.data)) return [];
    if ('specialRules' in received.data || ('part2Required' in received.data && started === received)) return [];
    const processed = localDay(ended.at);
    return [
      {
        benefit: received.data.benefit,
        received: localDay(received.at),
        processed,
        outcome: 'outcome' in ended.data ? ended.data.outcome : 'withdrawn',
        elapsed: plan.rules.calendar.workingDaysBetween(localDay(started.at), processed) ?? NaN,
      },
    ];
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

const claims = claimsAmong(begunBetween(plan, '2024-01-01', '2025-12-31'));

describe.each(calibration.benefits)('claims for $code', ({ code, perMonth, outcomes }) => {
  const own = claims.filter(({ benefit }) => benefit === code);
  const surging = code === calibration.surge.benefit;

  it('are as many as the calibration says', () => {
    const expected = perMonth * 24;
    expect(own.length).toBeGreaterThan(expected * 0.85);
    expect(own.length).toBeLessThan(expected * (surging ? 1.5 : 1.1));
  });

  it.each(['authorised', 'denied', 'withdrawn'] as const)('come out %s as often as it says', (outcome) => {
    const share = own.filter((claim) => claim.outcome === outcome).length / own.length;
    expect(Math.abs(share - outcomes[outcome])).toBeLessThan(0.05);
  });
});

describe.each(calibration.benefits.filter(({ code }) => code !== calibration.surge.benefit))(
  'claims for $code',
  ({ code, medianWorkingDays }) => {
    it('take as long as the calibration says, in the median', () => {
      const elapsed = claims.filter(({ benefit }) => benefit === code).map((claim) => claim.elapsed);
      expect(median(elapsed)).toBeGreaterThan(medianWorkingDays * 0.85);
      expect(median(elapsed)).toBeLessThan(medianWorkingDays * 1.15);
    });
  },
);

describe('the surge of an odd winter', () => {
  const many = { ...calibration.benefits.find(({ code }) => code === calibration.surge.benefit), perMonth: 1_000 };
  const only = calibration.benefits.flatMap((benefit) => (benefit.code === many.code ? [{ ...benefit, ...many }] : []));
  const surge = { ...plan, calibration: { ...calibration, benefits: only } };
  const surged = claimsAmong(begunBetween(surge, '2025-08-01', '2026-07-01'));

  it.each([
    ['2025-12', 16],
    ['2026-02', 51],
    ['2026-03', 40],
    ['2026-06', 13],
  ])('gives decisions of %s a median near %i working days', (month, published) => {
    const from = day(`${month}-01`);
    const decided = surged.filter(({ processed }) => processed >= from && processed < from + 28);
    expect(Math.abs(median(decided.map(({ elapsed }) => elapsed)) - published)).toBeLessThanOrEqual(9);
  });

  it('brings more than twice the applications at its height', () => {
    const received = (from: string): number =>
      surged.filter((claim) => claim.received >= day(from) && claim.received < day(from) + 14).length;
    expect(received('2025-11-15')).toBeGreaterThan(received('2025-10-01') * 2);
  });
});

describe('two years of everything', () => {
  const events = recordedThrough(examplePlan, '2024-04-01', '2026-03-31');
  const shareOf = (names: RegExp): number =>
    events.filter(({ event }) => names.test(event.type)).length / events.length;

  it('are claims above all, with calls and feedback about a third', () => {
    expect(shareOf(/\.(call|feedback)\./)).toBeGreaterThan(0.25);
    expect(shareOf(/\.(call|feedback)\./)).toBeLessThan(0.4);
    expect(shareOf(/\.(application|case|evidence|client|decision|payment|equality)\./)).toBeGreaterThan(0.5);
  });

  it('are as many as they are said to be: about nine million at full scale', () => {
    expect(events.length / examplePlan.scale).toBeGreaterThan(8_000_000);
    expect(events.length / examplePlan.scale).toBeLessThan(10_500_000);
  });

  it('are recorded within hours mostly, within a week almost always, later now and then', () => {
    const lags = events.map(({ event, recordedAt }) => recordedAt - Date.parse(event.time));
    const within = (hours: number): number => lags.filter((lag) => lag <= hours * 3_600_000).length / lags.length;
    expect(Math.min(...lags)).toBeGreaterThanOrEqual(0);
    expect(within(13)).toBeGreaterThan(0.95);
    expect(within(7 * 24)).toBeGreaterThan(0.99);
    expect(within(7 * 24)).toBeLessThan(1);
  });
});
