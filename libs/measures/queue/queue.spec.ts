import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Day } from '../../calendars/local-date.calendar.js';
import { periodOf } from '../../calendars/period.calendar.js';
import { effectiveFacts } from '../../events/correction.fact.js';
import { observe } from '../figures/observe.measure.js';
import { day, holdingsOf, measureNamed, questionOf, type WrittenRow } from '../figures/holdings.testkit.js';
import { holdingsOfCases, someCases, someDay, type Cases } from '../figures/random-cases.testkit.js';
import { waitingBandOf, type Question } from '../figures/question.measure.js';
import { factsLeftBy, smallRules } from '../fold/case.testkit.js';
import { readClaim, type Claim } from '../journeys/claim.journey.js';
import { no, notComputable, stillOpen, yes } from '../measure.measure.js';
import { pendingLimits } from './pending-limits.measure.js';
import { queueOf, type Queue } from './queue.measure.js';

const open = measureNamed('open-applications');
const overdue = measureNamed('overdue-applications');
const inTime = measureNamed('decisions-in-time');
const seeded = { seed: 20261124, numRuns: 60 };
const filters = fc.constantFrom<Question['filter']>({}, { benefit: 'ADP' }, { channel: 'online', benefit: 'SCP' });

function asked(asOf: Day, filter: Question['filter'] = {}): Question {
  return { measure: open, grain: 'day', periods: [periodOf('day', asOf)], by: [], filter, asOf };
}

function queueOfCases(cases: Cases, asOf: Day, filter: Question['filter']): Queue {
  const held = holdingsOfCases(cases);
  return queueOf(asked(asOf, filter), { open: held(open), overdue: held(overdue), limits: held(inTime) });
}

/** The claims as known on a day that a filter allows, read off their facts. */
function claimsOf(cases: Cases, asOf: Day, { benefit, channel }: Question['filter']): readonly Claim[] {
  return cases
    .map((copies) => readClaim(effectiveFacts(factsLeftBy(copies).filter(({ recordDay }) => recordDay <= asOf))))
    .filter((claim) => claim !== null)
    .filter((claim) => benefit === undefined || claim.benefit === benefit)
    .filter(({ received }) => channel === undefined || received.data.channel === channel);
}

function isOpen({ receivedDay, processedDay }: Claim, asOf: Day): boolean {
  return receivedDay <= asOf && (processedDay === null || processedDay > asOf);
}

/** Last day in time; `null` without a limit. */
function dueOf({ start, benefit, specialRules }: Claim): Day | null {
  const target = start === null ? null : smallRules.decisionTarget(benefit, specialRules, start);
  return start === null || target === null ? null : smallRules.calendar.addWorkingDays(start, target);
}

function wd(a: Day, b: Day): number {
  return smallRules.calendar.workingDaysBetween(a, b) ?? Infinity;
}

const numberIn = (bands: readonly { readonly count: number }[]): number =>
  bands.reduce((sum, { count }) => sum + count, 0);

describe('the queue, as known on any day and under any filter', () => {
  it('is the stock of the day, by the ages that the stock is broken down by', () => {
    fc.assert(
      fc.property(someCases, someDay, filters, (cases, asOf, filter) => {
        const queue = queueOfCases(cases, asOf, filter);
        const held = holdingsOfCases(cases);
        const valueOf = (measure: typeof open, more: Question['filter'] = {}): number | null | undefined =>
          observe({ ...asked(asOf, { ...filter, ...more }), measure }, held(measure), () => null)[0]?.value;
        expect(queue.total).toBe(valueOf(open));
        expect(numberIn(queue.overdue)).toBe(valueOf(overdue));
        expect(queue.byAge.map(({ count }) => count)).toEqual(
          queue.byAge.map(({ waiting }) => valueOf(open, { waiting })),
        );
      }),
      seeded,
    );
  });

  it('has every open application in one place as to its limit', () => {
    fc.assert(
      fc.property(someCases, someDay, filters, (cases, asOf, filter) => {
        const { total, soon, later, overdue: late, withoutLimit } = queueOfCases(cases, asOf, filter);
        expect(numberIn([...soon, ...later, ...late]) + withoutLimit).toBe(total);
      }),
      seeded,
    );
  });

  it('is what the facts say one by one, where none names a moment after the day', () => {
    fc.assert(
      fc.property(someCases, someDay, filters, (cases, asOf, filter) => {
        const claims = claimsOf(cases, asOf, filter);
        fc.pre(claims.every(({ receivedDay, processedDay }) => receivedDay <= asOf && (processedDay ?? 0) <= asOf));
        const stood = claims.filter((claim) => isOpen(claim, asOf));
        const dues = stood.map(dueOf);
        const queue = queueOfCases(cases, asOf, filter);
        expect(queue.byAge.map(({ count }) => count)).toEqual(
          queue.byAge.map((_, band) => stood.filter((one) => waitingBandOf(wd(one.receivedDay, asOf)) === band).length),
        );
        expect(queue.soon.map(({ count }) => count)).toEqual(
          queue.soon.map(
            ({ left }) => dues.filter((due) => due !== null && due >= asOf && wd(asOf, due) === left).length,
          ),
        );
        expect(queue.withoutLimit).toBe(dues.filter((due) => due === null).length);
      }),
      seeded,
    );
  });
});

describe('limits that are pending', () => {
  it('are those that end on the day or later, of claims that had not ended', () => {
    fc.assert(
      fc.property(someCases, someDay, (cases, asOf) => {
        const claims = claimsOf(cases, asOf, {});
        fc.pre(claims.every(({ processedDay }) => (processedDay ?? 0) <= asOf));
        const pending = pendingLimits({ ...asked(asOf), measure: inTime }, holdingsOfCases(cases)(inTime));
        const dues = claims.filter(({ processedDay }) => processedDay === null).map(dueOf);
        expect(pending.total).toBe(dues.filter((due) => due !== null && due >= asOf).length);
        expect(numberIn([...pending.soon, ...pending.later])).toBe(pending.total);
      }),
      seeded,
    );
  });
});

describe('a queue by example', () => {
  // A Tuesday.
  const asOf = '2026-06-30';
  const queue = (
    rows: Readonly<Partial<Record<'open' | 'overdue' | 'limits', readonly WrittenRow[]>>>,
    on = asOf,
  ): Queue =>
    queueOf(questionOf(open, { asOf: on, from: on, to: on }), {
      open: holdingsOf(open, rows.open ?? [], 2),
      overdue: holdingsOf(overdue, rows.overdue ?? []),
      limits: holdingsOf(inTime, rows.limits ?? [], 2),
    });

  it('is empty where nothing is open', () => {
    const { total, byAge, soon, later, overdue: late, withoutLimit } = queue({});
    expect([total, numberIn(byAge), numberIn([...soon, ...later, ...late]), withoutLimit]).toEqual([0, 0, 0, 0]);
  });

  it('names the day on which each limit ends, today included, over a weekend', () => {
    expect(queue({}).soon.map(({ left, due }) => [left, due])).toEqual(
      ['2026-06-30', '2026-07-01', '2026-07-02', '2026-07-03', '2026-07-06', '2026-07-07'].map((due, left) => [
        left,
        day(due),
      ]),
    );
  });

  it('puts a limit that ends today with those about to be missed, and one that ended yesterday with the overdue', () => {
    const { soon, overdue: late } = queue({
      open: [{ on: '2026-06-01', x: stillOpen, count: 2 }],
      limits: [{ on: '2026-07-01', x: no, known: '2026-06-01' }],
      overdue: [{ on: '2026-06-30', x: stillOpen }],
    });
    expect(soon[0]).toEqual({ left: 0, due: day('2026-06-30'), count: 1 });
    expect(late[0]).toEqual({ from: 0, to: 5, count: 1 });
  });

  it('counts days left by band: 6 to 10, 11 to 20, 21 to 40, more', () => {
    const limits = ['2026-07-09', '2026-07-20', '2026-08-10', '2026-12-01'].map((on) => ({
      on,
      x: no,
      known: '2026-06-01',
    }));
    expect(queue({ open: [{ on: '2026-06-01', x: stillOpen, count: 4 }], limits }).later).toEqual([
      { from: 6, to: 10, count: 1 },
      { from: 11, to: 20, count: 1 },
      { from: 21, to: 40, count: 1 },
      { from: 41, to: null, count: 1 },
    ]);
  });

  it('leaves out what became known later, and what has been met', () => {
    const { soon, later } = queue({
      limits: [
        { on: '2026-07-02', x: no, known: '2026-07-01' },
        { on: '2026-06-29', x: yes },
      ],
    });
    expect(numberIn([...soon, ...later])).toBe(0);
  });

  it('has those without a limit, or with one that cannot be worked out, apart', () => {
    const limits = [{ on: '2029-01-01', x: notComputable, known: '2026-06-01' }];
    expect(queue({ open: [{ on: '2026-06-01', x: stillOpen, count: 3 }], limits }).withoutLimit).toBe(3);
  });

  it('leaves out an application that names a moment after midnight, recorded before it', () => {
    const { total, later, withoutLimit } = queue({
      open: [
        { on: '2026-06-30', x: stillOpen },
        { on: '2026-07-01', x: stillOpen, known: '2026-06-30' },
      ],
      limits: [
        { on: '2026-07-28', x: no, known: '2026-06-30' },
        { on: '2026-07-29', x: no, known: '2026-06-30' },
      ],
    });
    expect([total, numberIn(later), withoutLimit]).toEqual([1, 1, 0]);
  });
});
