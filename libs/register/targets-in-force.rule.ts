import type { Day } from '../calendars/local-date.calendar.js';
import { dayNamed } from './day-named.parser.js';
import type { Objective, Target, TargetRole } from './targets.schema.js';

/** An objective with where it comes from. */
export interface ObjectiveInForce extends Objective {
  readonly role: TargetRole;
  readonly source: string;
}

interface Dated<Value> {
  readonly from: Day;
  readonly value: Value;
}

/** Of what has been in force from some day on, latest first. */
type History<Value> = readonly Dated<Value>[];

/**
 * The targets by the day they are asked for: of those of a kind the latest that began on or before that day.
 * A case keeps the target in force on its start date (contract: measures, "Targets").
 */
export class TargetsInForce {
  readonly #limits: ReadonlyMap<string, History<number>>;
  readonly #specialRules: History<number>;
  readonly #objectives: ReadonlyMap<string, History<ObjectiveInForce>>;

  constructor(targets: readonly Target[]) {
    const limits = targets.flatMap(({ measure, limit, ...target }) =>
      measure === 'decisions-in-time' && limit !== undefined ? [{ ...target, value: limit.workingDays }] : [],
    );
    this.#limits = historiesBy(
      limits.filter(({ benefit }) => benefit !== undefined),
      ({ benefit }) => benefit ?? '',
    );
    this.#specialRules = latestFirst(limits.filter(({ specialRules }) => specialRules));
    this.#objectives = historiesBy(
      targets.flatMap(({ measure, objective, from, role, source }) =>
        objective === undefined ? [] : [{ measure, from, value: { ...objective, role, source } }],
      ),
      ({ measure }) => measure,
    );
  }

  /** Working days for the decision on a claim that started on a day; `null` where no target is set. */
  decisionTarget(benefit: string, specialRules: boolean, start: Day): number | null {
    return inForce(specialRules ? this.#specialRules : this.#limits.get(benefit), start);
  }

  /** The objective of a measure on a day; `null` where none is set. */
  objectiveInForce(measure: string, day: Day): ObjectiveInForce | null {
    return inForce(this.#objectives.get(measure), day);
  }
}

interface Stated<Value> {
  readonly from: string;
  readonly value: Value;
}

function inForce<Value>(history: History<Value> | undefined, day: Day): Value | null {
  return history?.find(({ from }) => from <= day)?.value ?? null;
}

function historiesBy<Value, Item extends Stated<Value>>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, History<Item['value']>> {
  return new Map([...Map.groupBy(items, keyOf)].map(([key, group]) => [key, latestFirst(group)]));
}

function latestFirst<Value>(items: readonly Stated<Value>[]): History<Value> {
  return items.map(({ from, value }) => ({ from: dayNamed(from), value })).sort((a, b) => b.from - a.from);
}
