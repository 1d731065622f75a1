import fc from 'fast-check';
import { dayOf, type Day } from '../../calendars/local-date.calendar.js';
import { periodsOverlapping, type Grain, type Period } from '../../calendars/period.calendar.js';
import type { RecordedFact } from '../../events/case.codec.js';
import { effectiveFacts } from '../../events/correction.fact.js';
import { CaseState } from '../fold/case-state.measure.js';
import { arrivals, factsLeftBy, smallRules } from '../fold/case.testkit.js';
import { Contributions, contributionsOf } from '../fold/contributions.measure.js';
import { foldFact } from '../fold/fold.measure.js';
import { programOf } from '../fold/program.measure.js';
import { layoutOf } from '../layout.measure.js';
import { measures } from '../measure-list.measure.js';
import { cubesOf, type Measure } from '../measure.measure.js';
import { DifferenceTable } from '../rows/difference-table.measure.js';
import { RowTable } from '../rows/row-table.measure.js';
import { observe, type Observation } from './observe.measure.js';
import type { Holdings, Question } from './question.measure.js';

/** The copies of facts of several cases, in the order in which the log brings them. */
export type Cases = readonly (readonly RecordedFact[])[];
type Asked = Pick<Question, 'grain' | 'asOf'> & Partial<Pick<Question, 'by' | 'filter'>>;

/** Everything that the random cases count lies between these days. */
const [firstDay, lastDay] = [dayOf(2026, 3, 1), dayOf(2026, 8, 31)];

const program = programOf(measures, smallRules);
const { dimensions } = layoutOf(measures);

/** Every measure; of the questions of surveys, which are all of one make, one is enough. */
export const differentMeasures = measures.filter(
  ({ journey }, index) => journey !== 'survey' || index === measures.findIndex((other) => other.journey === 'survey'),
);

export const someCases = fc.array(arrivals, { minLength: 4, maxLength: 16 });
export const someDay = fc.integer({ min: dayOf(2026, 3, 25), max: lastDay });
export const someGrain = fc.constantFrom<Grain>('day', 'week', 'month', 'quarter', 'year');

/** All periods of a grain in which the random cases count anything, and some more. */
export function periodsOf(grain: Grain): readonly Period[] {
  return periodsOverlapping(grain, firstDay, lastDay);
}

/** The rows of the cases, which lie in two partitions, by measure. */
export function holdingsOfCases(cases: Cases): (measure: Measure) => Holdings {
  const tables = [0, 1].map((partition) => {
    const differences = new DifferenceTable();
    for (const copies of cases.filter((_, index) => index % 2 === partition)) {
      const state = CaseState.empty();
      for (const copy of copies) foldFact(state, copy, program, differences);
    }
    const rows = new RowTable();
    rows.add(differences.drain());
    return rows;
  });
  return (measure) => ({
    tables,
    measureIndex: measures.indexOf(measure),
    dimensions: dimensions[measure.journey],
    calendar: smallRules.calendar,
  });
}

/** Answers from the rows of the cases. */
export function askerOf(cases: Cases): (measure: Measure, asked: Asked) => readonly Observation[] {
  const held = holdingsOfCases(cases);
  return (measure, { by = [], filter = {}, grain, asOf }) =>
    observe({ measure, grain, periods: periodsOf(grain), by, filter, asOf }, held(measure), () => null);
}

/** Every choice of one or two dimensions of one cube. */
export function breakdownsOf(measure: Measure): readonly (readonly string[])[] {
  return cubesOf(measure).flatMap((cube) =>
    cube.flatMap((name, place) => [[name], ...cube.slice(place + 1).map((other) => [name, other])]),
  );
}

/** What the cases contribute to a measure, worked out from all that was recorded by a day. */
export function timesOf(cases: Cases, measure: number, asOf: Day): readonly (readonly [day: Day, x: number])[] {
  const times: [Day, number][] = [];
  for (const copies of cases) {
    const contributions = new Contributions();
    const known = factsLeftBy(copies).filter(({ recordDay }) => recordDay <= asOf);
    contributionsOf(effectiveFacts(known), program, [measure], contributions);
    contributions.forEach((_measure, _tuple, day, x) => times.push([day, x]));
  }
  return times;
}
