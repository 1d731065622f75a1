import { parseInstant } from '../calendars/instant.calendar.js';
import { localDay, parseDay, type Day } from '../calendars/local-date.calendar.js';
import { parsePeriod, periodsOverlapping } from '../calendars/period.calendar.js';
import type { RecordedFact } from '../events/case.codec.js';
import type { Fact, FactData, FactOf } from '../events/fact-catalogue.fact.js';
import type { FactName } from '../events/fact-name.fact.js';
import { rulesOf, type RegisterRules } from '../register/register-rules.rule.js';
import { loadRegister } from '../register/register.store.js';
import { observe, type Observation } from './figures/observe.measure.js';
import { CaseState } from './fold/case-state.measure.js';
import { foldFact } from './fold/fold.measure.js';
import { programOf } from './fold/program.measure.js';
import { layoutOf } from './layout.measure.js';
import { measures } from './measure-list.measure.js';
import type { KindName } from './measure.measure.js';
import { DifferenceTable } from './rows/difference-table.measure.js';
import { RowTable } from './rows/row-table.measure.js';

/** A fact as a delivery system tells it. Its id follows from what it says, so that two equal tellings are one fact. */
export type Told = Fact & { readonly recordDay: Day };

/**
 * A fact that happened at `when`: an RFC 3339 time, in which seconds may be left out (`2026-10-25T01:30+01:00`), or a
 * date, for noon. It is recorded on the day it happened, unless `recordedOn` says otherwise.
 */
export function fact<Name extends FactName>(
  name: Name,
  when: string,
  data: FactData[Name],
): FactOf<Name> & { readonly recordDay: Day } {
  const instant = parseInstant(when.length === 10 ? `${when}T12:00:00Z` : when.replace(/T\d\d:\d\d(?=[Z+-])/, '$&:00'));
  if (instant === null) throw new RangeError(`no time: ${when}`);
  const id = `${name} ${when} ${JSON.stringify(data)}`;
  return { name, data, source: 'urn:test', id, ...instant, recordDay: localDay(instant.at) };
}

export function recordedOn(day: string, told: Told): Told {
  return { ...told, recordDay: dayNamed(day) };
}

/** An application received online; of a benefit with a target of 10 working days, unless the data say otherwise. */
export function received(when: string, data: Partial<FactData['application.received']> = {}): Told {
  return fact('application.received', when, { benefit: 'FSP', channel: 'online', ...data });
}

export function decided(when: string, outcome: 'authorised' | 'denied' = 'authorised'): Told {
  return fact('decision.made', when, { outcome });
}

export function withdrawn(when: string): Told {
  return fact('application.withdrawn', when, {});
}

/** Says that a fact happened at another time, or that its data were others. */
export function corrected(
  { source, id }: Told,
  when: string,
  restated: Pick<FactData['fact.corrected'], 'time' | 'data'>,
): Told {
  return fact('fact.corrected', when, { source, id, ...restated });
}

/** Says that a fact never was. */
export function retracted({ source, id }: Told, when: string): Told {
  return fact('fact.withdrawn', when, { source, id, reason: 'entered-in-error' });
}

/** What to ask: period codes of one grain, and the day at whose end the answer is known. */
export interface Asked {
  readonly from: string;
  readonly to?: string;
  readonly asOf?: string;
  readonly by?: readonly string[];
  readonly filter?: Readonly<Record<string, string>>;
}

const longAfter = '2027-12-31';
const registerRules = rulesOf(loadRegister());

/** One case, whose facts arrive in the order given. */
export function given(...facts: readonly Told[]): Scenario {
  return new Scenario([facts], registerRules);
}

/** Cases as the log brings them, folded into rows and asked as the query service does, under the register's rules. */
export class Scenario {
  constructor(
    private readonly cases: readonly (readonly Told[])[],
    private readonly rules: RegisterRules,
  ) {}

  /** A further case. */
  and(...facts: readonly Told[]): Scenario {
    return new Scenario([...this.cases, facts], this.rules);
  }

  under(rules: Partial<RegisterRules>): Scenario {
    return new Scenario(this.cases, { ...this.rules, ...rules });
  }

  ask(id: string, { from, to = from, asOf = longAfter, by = [], filter = {} }: Asked): readonly Observation[] {
    const measureIndex = measures.findIndex((measure) => measure.id === id);
    const measure = measures[measureIndex];
    const [first, last] = [parsePeriod(from), parsePeriod(to)];
    if (measure === undefined || first === null || last === null) throw new RangeError(`${id}, ${from}, ${to}`);
    return observe(
      {
        measure,
        grain: first.grain,
        periods: periodsOverlapping(first.grain, first.period.start, last.period.end),
        by,
        filter,
        asOf: dayNamed(asOf),
      },
      {
        tables: [this.#rows()],
        measureIndex,
        dimensions: layoutOf(measures).dimensions[measure.journey],
        calendar: this.rules.calendar,
      },
      (day) => this.rules.objectiveInForce(id, day)?.value ?? null,
    );
  }

  /** The values of one measure, period by period. */
  values(id: string, asked: Asked): readonly (number | null)[] {
    return this.ask(id, asked).map(({ value }) => value);
  }

  /** The days of 2026 on which something is counted, with what: `2026-04-10: 1/1`. Not for stocks. */
  days(id: string, asOf = longAfter): readonly string[] {
    const kind = measures.find((measure) => measure.id === id)?.kind ?? 'count';
    return this.ask(id, { from: '2026-01-01', to: '2026-12-31', asOf })
      .filter(({ value, status }) => (value ?? 0) !== 0 || (value === 0 && kind !== 'count') || status.includes('x'))
      .map((observation) => `${observation.period}: ${shown(observation, kind)}`);
  }

  #rows(): RowTable {
    const program = programOf(measures, this.rules);
    const table = new DifferenceTable();
    let offset = 0;
    for (const facts of this.cases) {
      const state = CaseState.empty();
      for (const told of facts) {
        const recorded: RecordedFact = { ...told, offset };
        foldFact(state, recorded, program, table);
        offset += 1;
      }
    }
    const rows = new RowTable();
    rows.add(table.drain());
    return rows;
  }
}

function shown({ value, numerator, denominator, parts }: Observation, kind: KindName): string {
  if (kind === 'shares') {
    const counted = Object.entries(parts ?? {}).filter(([, count]) => count > 0);
    return counted.map(([part, count]) => `${count} ${part}`).join(', ');
  }
  if (value === null) return 'not computable';
  return kind === 'count' || kind === 'time' ? `${value}` : `${numerator ?? '?'}/${denominator ?? '?'}`;
}

function dayNamed(date: string): Day {
  const day = parseDay(date);
  if (day === null) throw new RangeError(`no date: ${date}`);
  return day;
}
