import { formatDay, type Day } from '../../libs/calendars/local-date.calendar.js';
import { periodsOverlapping, type Grain } from '../../libs/calendars/period.calendar.js';
import type { Observation } from '../../libs/measures/figures/observe.measure.js';
import type { Measure } from '../../libs/measures/measure.measure.js';
import { Constraints } from './constraints.testkit.js';
import {
  everyQuestion,
  questionOfRelease,
  wholeYears,
  type Asked,
  type Fetch,
  type Span,
} from './fetched-figures.testkit.js';
import { dayNamed } from './seeded-claims.testkit.js';
import { countsToldBy, type KnownRules } from './told-counts.testkit.js';

type Codes = Readonly<Record<string, string>>;

/** What somebody tries who may fetch figures. */
export interface Attack {
  readonly measure: Measure;
  /** Publication steps that are combined, by K. */
  readonly steps: readonly Day[];
  /** Releases that are combined with them, by K: tables of whole years. */
  readonly releases: readonly Day[];
  readonly rules: KnownRules;
  readonly grains: readonly Grain[];
  /** Of which dates days and weeks are broken down; `null`: of none. */
  readonly shortSpan: Span | null;
  /** Whether nothing is ever taken back, so that no count falls from one day known at to the next. */
  readonly onlyGrows: boolean;
}

const partsOfPeriods: readonly (readonly [Grain, Grain])[] = [
  ['year', 'quarter'],
  ['quarter', 'month'],
  ['month', 'day'],
  ['week', 'day'],
];

/** Fetches everything there is of a measure, and puts down what follows. */
export async function knowledgeFrom(fetch: Fetch, attack: Attack): Promise<Constraints> {
  const constraints = new Constraints();
  const { measure, grains, shortSpan } = attack;
  for (const asOf of attack.steps) {
    await learnOf(asOf, everyQuestion(measure, asOf, grains, shortSpan), fetch, attack, constraints);
  }
  for (const asOf of attack.releases) {
    await learnOf(asOf, [questionOfRelease(measure, asOf)], fetch, attack, constraints);
  }
  if (attack.onlyGrows) growth(attack, constraints);
  return constraints;
}

async function learnOf(
  asOf: Day,
  questions: readonly Asked[],
  fetch: Fetch,
  { measure, rules }: Attack,
  constraints: Constraints,
): Promise<void> {
  const seen = new Map<string, { readonly dimensions: readonly string[]; readonly rows: Known[] }>();
  for (const asked of questions) {
    const dimensions = [...asked.by, ...Object.keys(asked.filter)].sort();
    const key = `${asked.grain} ${dimensions.join()}`;
    const answer = seen.get(key) ?? { dimensions, rows: [] };
    seen.set(key, answer);
    const isWithheld = dimensions.length > 0 && (asked.grain === 'day' || asked.grain === 'week');
    for (const row of await fetch(asked)) {
      if (measure.kind === 'stock' && row.start > formatDay(asOf)) continue;
      const codes = { ...asked.filter, ...row.dimensions };
      answer.rows.push({ period: row.period, codes, place: placeOf(measure, asOf, asked.grain, row) });
      for (const { quantity, least, greatest, isSuppressed } of countsToldBy(measure, row, rules, isWithheld)) {
        const name = nameOf(placeOf(measure, asOf, asked.grain, row), codes, quantity);
        constraints.tell(name, least, greatest, isSuppressed);
      }
    }
  }
  const quantities = quantitiesOf(measure);
  for (const [key, { dimensions, rows }] of seen) {
    const grain = key.slice(0, key.indexOf(' '));
    for (const finer of seen.entries()) {
      if (!finer[0].startsWith(`${grain} `) || finer[1].dimensions.length !== dimensions.length + 1) continue;
      if (!dimensions.every((name) => finer[1].dimensions.includes(name))) continue;
      const byWhole = new Map<string, Known[]>();
      for (const part of finer[1].rows) {
        const whole = `${part.place} ${written(only(part.codes, dimensions))}`;
        byWhole.set(whole, [...(byWhole.get(whole) ?? []), part]);
      }
      // Of a period for which nothing finer was asked nothing finer is known.
      const places = new Set(finer[1].rows.map(({ place }) => place));
      for (const { place, codes } of rows.filter((row) => places.has(row.place))) {
        const parts = byWhole.get(`${place} ${written(codes)}`) ?? [];
        for (const quantity of quantities) {
          constraints.sums(
            nameOf(place, codes, quantity),
            parts.map((part) => nameOf(part.place, part.codes, quantity)),
          );
        }
      }
    }
    for (const { place, codes } of rows) withinRow(measure, place, codes, constraints);
    if (measure.kind !== 'stock') overTime(asOf, grain, rows, quantities, constraints);
  }
}

interface Known {
  readonly period: string;
  readonly codes: Codes;
  readonly place: string;
}

/** Stocks of one date are one, whatever the period is called that ends with it. */
function placeOf(
  measure: Measure,
  asOf: Day,
  grain: string,
  { period, end }: Pick<Observation, 'period' | 'end'>,
): string {
  if (measure.kind !== 'stock') return `${asOf} ${grain} ${period}`;
  return `${asOf} date ${Math.min(dayNamed(end), asOf)}`;
}

function withinRow(measure: Measure, place: string, codes: Codes, constraints: Constraints): void {
  if (measure.kind === 'proportion' || measure.kind === 'limit') {
    constraints.atLeast(nameOf(place, codes, 'all'), nameOf(place, codes, 'yes'));
  }
  if (measure.kind === 'shares') {
    const parts = (measure.parts ?? []).map((part) => nameOf(place, codes, part));
    constraints.sums(nameOf(place, codes, 'all'), parts);
  }
}

function overTime(
  asOf: Day,
  grain: string,
  rows: readonly Known[],
  quantities: readonly string[],
  constraints: Constraints,
): void {
  const shorter = partsOfPeriods.filter(([longer]) => longer === grain).map(([, short]) => short);
  if (shorter.length === 0) return;
  const spans = new Map(
    periodsOverlapping(grainNamed(grain), dayNamed(wholeYears.from), dayNamed(wholeYears.to)).map((p) => [p.code, p]),
  );
  for (const { period, codes, place } of rows) {
    const span = spans.get(period);
    if (span === undefined) continue;
    for (const short of shorter) {
      const within = periodsOverlapping(short, span.start, span.end);
      for (const quantity of quantities) {
        const parts = within.map(({ code }) => nameOf(`${asOf} ${short} ${code}`, codes, quantity));
        // Of days before and after what was fetched nothing is known; those within were all told of, unless none is.
        if (parts.every((part) => constraints.has(part))) constraints.sums(nameOf(place, codes, quantity), parts);
      }
    }
  }
}

/** Of each count what is known of it later is not below what was known of it before. */
function growth({ steps, releases }: Attack, constraints: Constraints): void {
  const days = [...steps, ...releases].sort((a, b) => a - b).map(String);
  for (const { name } of [...constraints.unknowns]) {
    const [day = '', ...rest] = name.split(' ');
    const next = days.slice(days.indexOf(day) + 1).find((later) => constraints.has([later, ...rest].join(' ')));
    if (next !== undefined) constraints.atLeast([next, ...rest].join(' '), name);
  }
}

function quantitiesOf({ kind, parts = [] }: Measure): readonly string[] {
  if (kind === 'proportion' || kind === 'limit') return ['all', 'yes'];
  return kind === 'shares' ? ['all', ...parts] : ['all'];
}

function nameOf(place: string, codes: Codes, quantity: string): string {
  return `${place} ${written(codes)} ${quantity}`;
}

function written(codes: Codes): string {
  return `[${Object.entries(codes)
    .map(([name, code]) => `${name}=${code}`)
    .sort()
    .join(',')}]`;
}

function only(codes: Codes, names: readonly string[]): Codes {
  return Object.fromEntries(Object.entries(codes).filter(([name]) => names.includes(name)));
}

function grainNamed(text: string): Grain {
  const grain = (['day', 'week', 'month', 'quarter', 'year'] as const).find((known) => known === text);
  if (grain === undefined) throw new RangeError(`no grain: ${text}`);
  return grain;
}
