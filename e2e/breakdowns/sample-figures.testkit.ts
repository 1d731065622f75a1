import { localDay, type Day } from '../../libs/calendars/local-date.calendar.js';
import { periodsOverlapping, type Grain } from '../../libs/calendars/period.calendar.js';
import { parseEvent } from '../../libs/events/envelope.parser.js';
import type { Figure } from '../../libs/measures/figures/figure.measure.js';
import { observe, type Observation } from '../../libs/measures/figures/observe.measure.js';
import { CaseState } from '../../libs/measures/fold/case-state.measure.js';
import { foldFact } from '../../libs/measures/fold/fold.measure.js';
import { programOf } from '../../libs/measures/fold/program.measure.js';
import { layoutOf } from '../../libs/measures/layout.measure.js';
import { measures } from '../../libs/measures/measure-list.measure.js';
import type { Measure } from '../../libs/measures/measure.measure.js';
import { DifferenceTable } from '../../libs/measures/rows/difference-table.measure.js';
import { RowTable } from '../../libs/measures/rows/row-table.measure.js';
import { rulesOf } from '../../libs/register/register-rules.rule.js';
import { loadRegister } from '../../libs/register/register.store.js';
import { sampleLines } from '../doors/sample.testkit.js';

/** The figures of the sample in memory, and every day on which something of it became known. */
export interface SampleFigures {
  readonly recordDays: readonly Day[];
  readonly ask: (measure: Measure, grain: Grain, by: readonly string[], asOf: Day) => readonly Observation[];
}

export function figuresOfTheSample(): SampleFigures {
  const rules = rulesOf(loadRegister());
  const program = programOf(measures, rules);
  const differences = new DifferenceTable();
  const cases = new Map<string, CaseState>();
  const recordDays = new Set<Day>();
  sampleLines().forEach((line, offset) => {
    const checked = parseEvent(line, { now: Date.UTC(2026, 10, 21, 22), mayRecord: true });
    if (!checked.ok || checked.event.recorded === null) return;
    const { event } = checked;
    const recordDay = localDay(checked.event.recorded.at);
    recordDays.add(recordDay);
    const state = cases.get(event.subject) ?? CaseState.empty();
    cases.set(event.subject, state);
    foldFact(state, { ...event, recordDay, offset }, program, differences);
  });
  const table = new RowTable();
  table.add(differences.drain());
  const { dimensions } = layoutOf(measures);
  const days = [...recordDays].sort((a, b) => a - b);
  const [from, to] = [days[0] ?? 0, days.at(-1) ?? 0];
  return {
    recordDays: days,
    ask: (measure, grain, by, asOf) =>
      observe(
        { measure, grain, periods: periodsOverlapping(grain, from, to), by, filter: {}, asOf },
        {
          tables: [table],
          measureIndex: measures.indexOf(measure),
          dimensions: dimensions[measure.journey],
          calendar: rules.calendar,
        },
        () => null,
      ),
  };
}

/** What of a figure adds up over a breakdown: counts, not quotients and middles. */
export function addends(measure: Measure, { value, numerator, denominator, parts }: Figure): readonly number[] {
  const counted = measure.kind === 'count' || measure.kind === 'stock' ? (value ?? 0) : 0;
  return [counted, numerator ?? 0, denominator ?? 0, ...Object.values(parts ?? {})];
}

/** The addends of a breakdown, summed by period. */
export function sumsByPeriod(
  measure: Measure,
  observations: readonly Observation[],
): ReadonlyMap<string, readonly number[]> {
  const sums = new Map<string, readonly number[]>();
  for (const observation of observations) {
    const own = addends(measure, observation);
    const known = sums.get(observation.period);
    sums.set(observation.period, known === undefined ? own : known.map((sum, index) => sum + (own[index] ?? 0)));
  }
  return sums;
}
