import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOf } from '../calendars/local-date.calendar.js';
import { applicationsReceived } from './applications-received/applications-received.measure.js';
import { decisionsMade } from './decisions-made/decisions-made.measure.js';
import { refuseUnsoundMeasures } from './declarations.rule.js';
import { observe, type Observation } from './figures/observe.measure.js';
import type { Holdings, Question } from './figures/question.measure.js';
import { periodsOf, someCases, someDay, someGrain, type Cases } from './figures/random-cases.testkit.js';
import { CaseState } from './fold/case-state.measure.js';
import { smallRules } from './fold/case.testkit.js';
import { foldFact } from './fold/fold.measure.js';
import { programOf } from './fold/program.measure.js';
import { layoutOf } from './layout.measure.js';
import { nameOf, type Measure } from './measure.measure.js';
import { DifferenceTable } from './rows/difference-table.measure.js';
import { RowTable } from './rows/row-table.measure.js';
import { inCanonicalOrder, type Rows } from './rows/rows.measure.js';
import { breakDay, secondVersion, withSecondVersion } from './two-versions.testkit.js';
import { newestOfEach, versionInForce, versionsNamed } from './versions.measure.js';

const seeded = { seed: 20261123, numRuns: 20 };
const counted: readonly Measure[] = [applicationsReceived, decisionsMade, secondVersion];
const { dimensions } = layoutOf(counted);

function rowsFolded(cases: Cases, measures: readonly Measure[]): Rows {
  const program = programOf(measures, smallRules);
  const differences = new DifferenceTable();
  for (const copies of cases) {
    const state = CaseState.empty();
    for (const copy of copies) foldFact(state, copy, program, differences);
  }
  return differences.drain();
}

function holdingsOf(cases: Cases): Holdings {
  const table = new RowTable();
  table.add(rowsFolded(cases, counted));
  return { tables: [table], measureIndex: 0, dimensions: dimensions.claim, calendar: smallRules.calendar };
}

type Asked = Pick<Question, 'grain' | 'by' | 'asOf'>;

function ask(holdings: Holdings, measure: Measure, { grain, by, asOf }: Asked): readonly Observation[] {
  const question = { measure, grain, periods: periodsOf(grain), by, filter: {}, asOf };
  return observe(question, { ...holdings, measureIndex: counted.indexOf(measure) }, () => null);
}

/** By the version in force in each period. */
function askSeries(holdings: Holdings, asked: Asked): readonly Observation[] {
  const versions = [applicationsReceived, secondVersion].map((measure) => ({
    measure,
    measureIndex: counted.indexOf(measure),
  }));
  return ask({ ...holdings, versions }, secondVersion, asked);
}

describe('two versions of one measure', () => {
  it('are counted side by side from the same facts, each as if it were alone', () => {
    fc.assert(
      fc.property(someCases, (cases) => {
        const together = inCanonicalOrder(rowsFolded(cases, counted));
        counted.forEach((measure, index) => {
          const alone = inCanonicalOrder(rowsFolded(cases, [measure])).map(([, ...row]) => row);
          expect(together.filter(([of]) => of === index).map(([, ...row]) => row)).toEqual(alone);
        });
      }),
      seeded,
    );
  });

  it('answer each period by the one in force on its first day, and mark the first of the later one', () => {
    fc.assert(
      fc.property(someCases, someGrain, someDay, (cases, grain, asOf) => {
        const holdings = holdingsOf(cases);
        const asked = { grain, by: [], asOf };
        const [before, after] = [ask(holdings, applicationsReceived, asked), ask(holdings, decisionsMade, asked)];
        const first = before.find(({ start }) => start >= breakDay)?.period;
        expect(askSeries(holdings, asked)).toEqual(
          before.map((row, index) =>
            row.start < breakDay
              ? row
              : { ...after[index], status: [...row.status, ...(row.period === first ? ['b'] : [])] },
          ),
        );
      }),
      seeded,
    );
  });

  it('have, broken down, the same combinations in every period: those that either counts while in force', () => {
    fc.assert(
      fc.property(someCases, someDay, (cases, asOf) => {
        const holdings = holdingsOf(cases);
        const asked: Asked = { grain: 'month', by: ['benefit', 'channel'], asOf };
        const rows = askSeries(holdings, asked);
        const inForce = [
          ...ask(holdings, applicationsReceived, asked).filter(({ start }) => start < breakDay),
          ...ask(holdings, decisionsMade, asked).filter(({ start }) => start >= breakDay),
        ].filter(({ value }) => value !== 0);
        const combinations = new Set(inForce.map((row) => JSON.stringify(row.dimensions)));
        const periods = Map.groupBy(rows, ({ period }) => period);
        for (const some of periods.values()) {
          expect(new Set(some.map((row) => JSON.stringify(row.dimensions)))).toEqual(combinations);
        }
        expect(rows.filter(({ value }) => value !== 0).map(({ value }) => value)).toHaveLength(inForce.length);
      }),
      seeded,
    );
  });

  it('can each be asked for the whole time, without a break', () => {
    fc.assert(
      fc.property(someCases, someGrain, someDay, (cases, grain, asOf) => {
        const holdings = holdingsOf(cases);
        const asked = { grain, by: ['benefit'], asOf };
        expect(ask(holdings, secondVersion, asked)).toEqual(ask(holdings, decisionsMade, asked));
      }),
      seeded,
    );
  });
});

describe('the versions of a measure', () => {
  it('are sound declarations', () => {
    expect(() => {
      refuseUnsoundMeasures(withSecondVersion);
    }).not.toThrow();
  });

  it('are found by id in the order in which they come into force, and each by its name', () => {
    const [id, list] = ['applications-received', [secondVersion, decisionsMade, applicationsReceived]];
    expect(versionsNamed(id, list)).toEqual([applicationsReceived, secondVersion]);
    expect(versionsNamed(`${id}@2.0.0`, list)).toEqual([secondVersion]);
    expect(versionsNamed(`${id}@3.0.0`, list)).toEqual([]);
    expect(newestOfEach(list).map(nameOf)).toEqual(['applications-received@2.0.0', 'decisions-made@1.0.0']);
  });

  it('are in force from their day on, the first before that, one alone always', () => {
    const versions = [applicationsReceived, secondVersion];
    expect(versionInForce(versions, dayOf(2026, 5, 13))).toBe(applicationsReceived);
    expect(versionInForce(versions, dayOf(2026, 5, 14))).toBe(secondVersion);
    expect(versionInForce([secondVersion], dayOf(2019, 1, 1))).toBe(secondVersion);
  });
});
