import { expect } from '@jest/globals';
import { Recount, type LoggedEvent } from '../recount/recount.oracle.js';
import { registerRules, sampleEvents } from '../recount/sample.testkit.js';
import { Chance } from '../simulation/chance.simulation.js';
import { ask } from './figures.testkit.js';

type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year';
type Codes = Readonly<Record<string, string>>;

interface Definition {
  readonly id: string;
  readonly grains?: readonly Grain[];
  readonly cubes: readonly (readonly string[])[];
}

interface Observation {
  readonly period: string;
  readonly dimensions: Codes;
  readonly value: number | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  readonly p90?: number | null;
  readonly parts?: Codes | Readonly<Record<string, number>> | null;
  readonly status: readonly string[];
}

interface Explanation {
  readonly observation: Observation;
  readonly cases: { readonly total: number; readonly references: readonly string[]; readonly next: string | null };
}

/** The days that the sample is about. */
const [firstDay, lastDay] = ['2024-04-15', '2026-10-31'].map((date) => Date.parse(date) / 86_400_000) as [
  number,
  number,
];

/** What explaining came to: figures asked for, those that count anything, and references listed altogether. */
export interface Explained {
  readonly figures: number;
  readonly counting: number;
  readonly references: number;
}

/**
 * Has figures of the sample explained that a seed chooses, over HTTP, and counts each once more from nothing but the events of
 * the cases listed.
 */
export async function explainedFiguresRecount(url: string, seed: number, figures: number): Promise<Explained> {
  const chance = new Chance(seed);
  const events = Map.groupBy(sampleEvents(), subjectOf);
  const rules = registerRules();
  const { measures } = await answerTo<{ readonly measures: readonly Definition[] }>(url, '/v1/measures');
  let [counting, references] = [0, 0];
  for (let figure = 0; figure < figures; figure += 1) {
    const { measure, grain, period, filter, asOf } = await drawFigure(url, chance.oneOf(measures), chance);
    const members = { measure, period, asOf, ...inBrackets(filter) };
    const { observation, listed } = await explained(url, members);
    const known = [...listed].flatMap((reference) => events.get(reference) ?? []);
    const question = { measure, grain, from: period, to: period, by: [], filter, asOf };
    const recounted = new Recount(known, rules).answer(question);
    expect({ members, row: compared(observation) }).toEqual({ members, row: compared(recounted[0] as Observation) });
    if (listed.size > 0) counting += 1;
    references += listed.size;
  }
  return { figures, counting, references };
}

/** Every page of the case references, and the figure, which is the one that observations have. */
async function explained(
  url: string,
  members: Codes,
): Promise<{ readonly observation: Observation; readonly listed: ReadonlySet<string> }> {
  const first = await answerTo<Explanation>(url, `/v1/explain?${new URLSearchParams(members).toString()}`);
  const listed = new Set(first.cases.references);
  let { next } = first.cases;
  while (next !== null) {
    const query = new URLSearchParams({ ...members, after: next });
    const page = await answerTo<Explanation>(url, `/v1/explain?${query.toString()}`);
    expect(page.observation).toEqual(first.observation);
    for (const reference of page.cases.references) listed.add(reference);
    next = page.cases.next;
  }
  expect(listed.size).toBe(first.cases.total);
  return { observation: first.observation, listed };
}

interface Figure {
  readonly measure: string;
  readonly grain: Grain;
  readonly period: string;
  readonly filter: Codes;
  readonly asOf: string;
}

/** A figure of a row that some breakdown has, so that filters mostly leave something to count. */
async function drawFigure(url: string, { id, grains, cubes }: Definition, chance: Chance): Promise<Figure> {
  const grain = chance.oneOf(grains ?? (['day', 'week', 'month', 'month', 'quarter', 'year'] as const));
  const day = chance.between(firstDay, lastDay);
  const by = chance.shuffled(chance.oneOf(cubes)).slice(0, chance.between(0, 2));
  const date = dateOf(day);
  const asOf = dateOf(chance.between(day, lastDay));
  const query = new URLSearchParams({ measure: id, grain, from: date, to: date, asOf });
  if (by.length > 0) query.set('by', by.join(','));
  const answer = await answerTo<{ readonly observations: readonly Observation[] }>(url, `/v1/observations?${query}`);
  const { observations } = answer;
  if (observations.length === 0) return drawFigure(url, { id, cubes: [[]], ...(grains && { grains }) }, chance);
  const { period, dimensions } = chance.oneOf(observations);
  return { measure: id, grain, period, filter: dimensions, asOf };
}

async function answerTo<Answer>(url: string, path: string): Promise<Answer> {
  const response = await ask(url, path, 'demo-auditor');
  const body: unknown = await response.json();
  expect({ path, status: response.status, body }).toMatchObject({ path, status: 200 });
  return body as Answer;
}

/** What both programs state. */
function compared({ period, value, numerator, denominator, p90, parts, status }: Observation): unknown {
  const close: unknown = value === null ? null : expect.closeTo(value, 12);
  return [period, close, numerator ?? null, denominator ?? null, p90 ?? null, parts ?? null, status];
}

function inBrackets(filter: Codes): Codes {
  return Object.fromEntries(Object.entries(filter).map(([dimension, code]) => [`filter[${dimension}]`, code]));
}

function subjectOf({ value }: LoggedEvent): string {
  return (value as { readonly subject: string }).subject;
}

function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
