import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOf, formatDay, type Day } from '../../calendars/local-date.calendar.js';
import type { FactData } from '../../events/fact-catalogue.fact.js';
import { CaseState } from '../fold/case-state.measure.js';
import { foldFact } from '../fold/fold.measure.js';
import { programOf } from '../fold/program.measure.js';
import { corrected, fact, recordedOn, retracted, type Told } from '../measure.testkit.js';
import { rulesOf } from '../../register/register-rules.rule.js';
import { loadRegister } from '../../register/register.store.js';
import { DifferenceTable } from '../rows/difference-table.measure.js';
import { reportedStanding, subjectOf, type ReportedStanding } from './reported-standing.measure.js';

const about = { measure: 'S3-M58', year: '2025-26' } as const;
const K = dayOf(2026, 12, 31);
const rules = rulesOf(loadRegister());

function figure(when: string, value: number, more: Partial<FactData['figure.reported']> = {}): Told {
  return fact('figure.reported', when, { ...about, value, ...more });
}

function entry(when: string, title: string, more: Partial<FactData['evidence.filed']> = {}): Told {
  return fact('evidence.filed', when, { ...about, title, summary: `About ${title}.`, ...more });
}

/** A case that got these facts in this order, some perhaps more than once. */
function caseOf(tellings: readonly Told[]): CaseState {
  const state = CaseState.empty();
  const program = programOf([], rules);
  tellings.forEach((told, offset) => {
    foldFact(state, { ...told, offset }, program, new DifferenceTable());
  });
  return state;
}

function standingOf(tellings: readonly Told[], asOf: Day = K): ReportedStanding {
  return reportedStanding(caseOf(tellings).facts, about, asOf);
}

/** Who tells what when: few of each, so that facts meet. */
const choices = fc.record({
  when: fc.constantFrom('2026-05-04', '2026-05-05', '2026-05-06'),
  kind: fc.constantFrom<'figure' | 'entry'>('figure', 'figure', 'entry'),
  source: fc.constantFrom('urn:a', 'urn:b'),
  number: fc.nat(3),
});
type Choice = typeof choices extends fc.Arbitrary<infer Value> ? Value : never;

/** What is said follows from its identity, so that no identity has two contents. */
function told({ when, kind, source, number }: Choice): Told {
  const data = { ...about, ...(number === 3 ? { year: '2024-25' } : {}) };
  const said =
    kind === 'figure'
      ? fact('figure.reported', when, { ...data, value: number })
      : fact('evidence.filed', when, { ...data, title: `T${number}`, summary: 'S' });
  return { ...said, source, id: `${kind} ${number} ${when}` };
}

function puttingRight(choice: Choice, when: string, how: 'data' | 'time' | 'withdrawn'): Told {
  const target = told(choice);
  if (how === 'withdrawn') return retracted(target, when);
  const restated = how === 'time' ? { time: '2026-05-05T15:00:00Z' } : { data: { ...target.data, ...about } };
  return corrected(target, when, restated);
}

const telling: fc.Arbitrary<Told> = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: choices.map(told) },
      fc
        .tuple(
          choices,
          fc.constantFrom('2026-05-07', '2026-05-08'),
          fc.constantFrom<'data' | 'time' | 'withdrawn'>('data', 'time', 'withdrawn'),
        )
        .map((chosen) => puttingRight(...chosen)),
    ),
    fc.integer({ min: 20_580, max: 20_590 }),
  )
  .map(([one, recordDay]) => ({ ...one, recordDay }));
const tellings = fc.array(telling, { maxLength: 12 });
const seeded = { seed: 20_260_523, numRuns: 200 } as const;

describe('what stands of what was reported', () => {
  it('does not depend on the order in which it came', () => {
    fc.assert(
      fc.property(tellings, fc.infiniteStream(fc.nat()), (list, ranks) => {
        const shuffled = list
          .map((one) => ({ one, rank: ranks.next().value }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ one }) => one);
        expect(standingOf(shuffled)).toEqual(standingOf(list));
      }),
      seeded,
    );
  });

  it('does not depend on how often it came', () => {
    fc.assert(
      fc.property(tellings, (list) => {
        expect(standingOf([...list, ...list])).toEqual(standingOf(list));
      }),
      seeded,
    );
  });

  it('as known at a day rests on what was recorded until then alone', () => {
    fc.assert(
      fc.property(tellings, fc.integer({ min: 20_578, max: 20_592 }), (list, asOf) => {
        const known = caseOf(list).facts.filter(({ recordDay }) => recordDay <= asOf);
        expect(standingOf(list, asOf)).toEqual(reportedStanding(known, about, K));
      }),
      seeded,
    );
  });

  it('loses, by a withdrawal, exactly what is withdrawn', () => {
    fc.assert(
      fc.property(tellings, (list) => {
        const [first] = list.filter(({ name }) => name === 'figure.reported' || name === 'evidence.filed');
        fc.pre(first !== undefined);
        const without = list.filter(({ source, id }) => source !== first.source || id !== first.id);
        expect(standingOf([...list, retracted(first, '2026-06-01')])).toEqual(standingOf(without));
      }),
      seeded,
    );
  });
});

describe('a reported figure', () => {
  it('stands with who reported it and when', () => {
    const reported = {
      ...figure('2026-05-04T11:30+01:00', 0.42, { numerator: 21, denominator: 50, note: 'A count.' }),
      id: '7',
    };
    expect(standingOf([recordedOn('2026-05-06', reported)])).toEqual({
      figure: {
        value: 0.42,
        numerator: 21,
        denominator: 50,
        note: 'A count.',
        source: 'urn:test',
        id: '7',
        time: '2026-05-04T10:30:00Z',
        recordedOn: '2026-05-06',
      },
      entries: [],
    });
  });

  it('gives way to a later one, by time, then source, then id', () => {
    const valueOf = (...list: readonly Told[]): number | undefined => standingOf(list).figure?.value;
    expect(valueOf(figure('2026-05-05', 2), figure('2026-05-04', 1))).toBe(2);
    const [a, b] = [figure('2026-05-04', 1), { ...figure('2026-05-04', 2), source: 'urn:a' }];
    expect(valueOf(a, b)).toBe(1);
    expect(valueOf({ ...a, id: '10' }, { ...figure('2026-05-04', 2), id: '9' })).toBe(2);
  });

  it('comes back when the later one is withdrawn, on the day on which that became known', () => {
    const [earlier, later] = [figure('2026-05-04', 1), figure('2026-05-05', 2)];
    const list = [earlier, later, retracted(later, '2026-05-20')];
    expect(standingOf(list, dayOf(2026, 5, 19)).figure?.value).toBe(2);
    expect(standingOf(list, dayOf(2026, 5, 20)).figure?.value).toBe(1);
  });

  it('is corrected by a further fact, in its data and in its time', () => {
    const [first, second] = [figure('2026-05-04', 1), figure('2026-05-05', 2)];
    const restated = corrected(first, '2026-05-10', { data: { ...about, value: 1.5 } });
    expect(standingOf([first, restated]).figure).toMatchObject({ value: 1.5, time: '2026-05-04T12:00:00Z' });
    const later = corrected(first, '2026-05-11', { time: '2026-05-06T12:00:00Z' });
    expect(standingOf([first, second, restated, later]).figure).toMatchObject({ value: 1.5 });
    const misfit = corrected(second, '2026-05-12', { data: { ...about, value: 'two' } });
    expect(standingOf([first, second, misfit]).figure).toMatchObject({ value: 2 });
  });

  it('of another measure or year than the case is about stands nowhere', () => {
    const elsewhere = [figure('2026-05-04', 1, { measure: 'S1-M28' }), figure('2026-05-04', 1, { year: '2024-25' })];
    expect(standingOf(elsewhere).figure).toBeNull();
    const moved = figure('2026-05-04', 3);
    const away = corrected(moved, '2026-05-05', { data: { ...about, year: '2024-25', value: 3 } });
    expect(standingOf([moved, away]).figure).toBeNull();
    expect(subjectOf(about)).toBe('S3-M58.2025-26');
  });
});

describe('filed evidence', () => {
  it('is an entry of its own, each, the earliest first', () => {
    const { entries } = standingOf([
      entry('2026-05-06', 'Second', { link: 'https://example.scot/2' }),
      entry('2026-05-04', 'First'),
    ]);
    expect(entries).toEqual([
      expect.objectContaining({ title: 'First', summary: 'About First.', link: null, recordedOn: '2026-05-04' }),
      expect.objectContaining({ title: 'Second', link: 'https://example.scot/2' }),
    ]);
  });

  it('stands beside a figure of the same case', () => {
    const standing = standingOf([entry('2026-05-06', 'Words'), figure('2026-05-05', 5)]);
    expect([standing.figure?.value, standing.entries.length]).toEqual([5, 1]);
  });

  it('is known from its record day on', () => {
    const late = recordedOn('2026-07-01', entry('2026-05-06', 'Late'));
    expect([20, 30].map((days) => standingOf([late], dayOf(2026, 6, days)).entries.length)).toEqual([0, 0]);
    expect(standingOf([late], dayOf(2026, 7, 1)).entries).toHaveLength(1);
    expect(formatDay(K)).toBe('2026-12-31');
  });
});
