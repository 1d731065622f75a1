import { expect } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../doors/figures.testkit.js';
import { Recount, type Observation, type Question } from '../recount/recount.oracle.js';
import type { Rules } from '../recount/rules.oracle.js';
import { registerRules } from '../recount/sample.testkit.js';

export interface Events {
  readonly accepted: number;
  readonly applied: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly inFlight: number;
}

export interface Status {
  readonly partitions: readonly { readonly partition: number; readonly position: number; readonly end: number }[];
  readonly events: Events;
}

/** What query says of how far the figures are; `null` while it cannot say. */
export async function statusOf(queryUrl: string): Promise<Status | null> {
  const response = await ask(queryUrl, '/v1/status').catch(() => null);
  return response?.status === 200 ? ((await response.json()) as Status) : null;
}

/** What a test has put on the log beside what a sender was told has been accepted. */
export interface Expected {
  /** Lines accepted, in the order sent; a line may be there several times. */
  readonly accepted: readonly string[];
  /** Records put straight on the log that no program can take for an event. */
  readonly planted?: number;
  /** The last day known: every event must have been recorded by then. */
  readonly asOf?: string;
  readonly from?: string;
  /** How long counting may take, in milliseconds. */
  readonly patience?: number;
  /** What is counted by, where that is not this checkout's register. */
  readonly rules?: Rules;
}

/**
 * Waits until everything has been counted, then finds that every accepted event is in the figures once or in quarantine,
 * that the counts add up, and that every measure of every month (of surveys, every year), as a whole and by benefit, is what the independent
 * recount of the same events says. Answers the counts.
 */
export async function expectCountedOnce(queryUrl: string, expected: Expected): Promise<Events> {
  const { accepted, planted = 0, patience = 90_000 } = expected;
  const distinct = new Set(accepted.map(identityOf));
  const events = await restingAt(queryUrl, distinct.size + planted, patience);
  expect(events).toMatchObject({ applied: distinct.size, inFlight: 0 });
  expect(events.applied + events.duplicates + events.quarantined).toBe(events.accepted);
  expect(events.quarantined).toBeGreaterThanOrEqual(planted);
  await expectFiguresOf(queryUrl, expected);
  return events;
}

/** Every measure's months as the recount says, as a whole and by benefit; answers how many rows were compared. */
export async function expectFiguresOf(
  queryUrl: string,
  { accepted, asOf = '2026-06-30', from = '2025-04-01', rules = registerRules() }: Expected,
): Promise<number> {
  const recount = new Recount(
    accepted.map((line) => ({ value: JSON.parse(line) as unknown })),
    rules,
  );
  let rows = 0;
  for (const measure of await measuresOf(queryUrl)) {
    for (const by of [[], ['benefit']]) {
      const grain = measure.startsWith('survey.') ? 'year' : 'month';
      const question: Question = { measure, grain, from, to: asOf, by, asOf };
      const counted = recount.answer(question).map(compared);
      const shown = (await answerTo(queryUrl, question)).map(compared);
      rows += counted.length;
      expect({ measure, by, rows: shown }).toEqual({ measure, by, rows: counted });
    }
  }
  return rows;
}

/** In one line: what was done to the system, and what came of it. */
export function tell(what: string, { accepted, applied, duplicates, quarantined }: Events): void {
  console.log(
    `${what}: ${accepted} on the log = ${applied} applied + ${duplicates} duplicates + ${quarantined} quarantined`,
  );
}

/** Looks at the positions from time to time, and keeps every one that went back. */
export class PositionsWatch {
  readonly wentBack: string[] = [];
  looks = 0;
  readonly #furthest = new Map<number, number>();
  #watching = true;
  readonly #ended: Promise<void>;

  constructor(private readonly queryUrl: () => string) {
    this.#ended = this.#watch();
  }

  async end(): Promise<void> {
    this.#watching = false;
    await this.#ended;
    expect(this.wentBack).toEqual([]);
  }

  async #watch(): Promise<void> {
    while (this.#watching) {
      const status = await statusOf(this.queryUrl());
      for (const { partition, position } of status?.partitions ?? []) this.#note(partition, position);
      if (status !== null) this.looks += 1;
      await pause(250, undefined, { ref: false });
    }
  }

  #note(partition: number, position: number): void {
    const furthest = this.#furthest.get(partition) ?? 0;
    if (position < furthest) this.wentBack.push(`${partition}: ${position} after ${furthest}`);
    this.#furthest.set(partition, Math.max(furthest, position));
  }
}

async function restingAt(queryUrl: string, atLeast: number, patience: number): Promise<Events> {
  const deadline = performance.now() + patience;
  for (let status = await statusOf(queryUrl); ; status = await statusOf(queryUrl)) {
    if (status !== null && status.events.inFlight === 0 && status.events.accepted >= atLeast) return status.events;
    if (performance.now() > deadline) throw new Error(`not counted in time: ${JSON.stringify(status)}`);
    await pause(100);
  }
}

async function measuresOf(queryUrl: string): Promise<readonly string[]> {
  const { measures } = (await (await ask(queryUrl, '/v1/measures')).json()) as {
    readonly measures: readonly { readonly id: string }[];
  };
  expect(measures.length).toBeGreaterThanOrEqual(21);
  return measures.map(({ id }) => id);
}

async function answerTo(
  queryUrl: string,
  { measure, grain, from, to, by, asOf }: Question,
): Promise<readonly Observation[]> {
  const query = new URLSearchParams({ measure, grain, from, to, asOf, ...(by.length > 0 ? { by: by.join(',') } : {}) });
  const response = await ask(queryUrl, `/v1/observations?${query.toString()}`);
  expect(response.status).toBe(200);
  return ((await response.json()) as { readonly observations: readonly Observation[] }).observations;
}

/** What both programs state. */
function compared({ period, dimensions, value, numerator, denominator, p90, parts, status }: Observation): unknown {
  const known = value === null ? null : Number(value.toPrecision(12));
  return [
    period,
    dimensions,
    known,
    numerator ?? null,
    denominator ?? null,
    p90 ?? null,
    parts ?? null,
    [...status].sort(),
  ];
}

/** One text for what makes two records the same event. */
export function identityOf(line: string): string {
  const { subject, source, id } = JSON.parse(line) as Readonly<Record<string, unknown>>;
  return JSON.stringify([subject, source, id]);
}
