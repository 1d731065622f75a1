import { localDay, parseDay, type Day } from '../../libs/calendars/local-date.calendar.js';
import { parseEvent } from '../../libs/events/envelope.parser.js';
import type { Holdings } from '../../libs/measures/figures/question.measure.js';
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

const DAY = 86_400_000;
const first = Date.UTC(2026, 0, 1, 10);
const days = 181;

/** Synthetic claims of six months of two financial years, as a system holds them. */
export interface SeededClaims {
  /** One structured event a line, in the order in which they were recorded. */
  readonly lines: readonly string[];
  readonly holdingsOf: (measure: Measure) => Holdings;
}

/** The last day of the data; four weekly steps lead up to it, and two releases lie between them. */
export const steps: readonly Day[] = ['2026-06-07', '2026-06-14', '2026-06-21', '2026-06-28'].map(dayNamed);
export const releases: readonly Day[] = ['2026-06-10', '2026-06-24'].map(dayNamed);

/** The same claims for the same seed: three benefits, two channels, four areas, unevenly spread. */
export function seededClaims(seed: number, claims = 300): SeededClaims {
  const lines = linesOf(seed, claims);
  const rules = rulesOf(loadRegister());
  const program = programOf(measures, rules);
  const differences = new DifferenceTable();
  const cases = new Map<string, CaseState>();
  lines.forEach((line, offset) => {
    const checked = parseEvent(line, { now: first + 400 * DAY, mayRecord: true });
    if (!checked.ok || checked.event.recorded === null) throw new Error(`not an event: ${line}`);
    const { event } = checked;
    const state = cases.get(event.subject) ?? CaseState.empty();
    cases.set(event.subject, state);
    foldFact(state, { ...event, recordDay: localDay(checked.event.recorded.at), offset }, program, differences);
  });
  const table = new RowTable();
  table.add(differences.drain());
  const { dimensions } = layoutOf(measures);
  return {
    lines,
    holdingsOf: (measure) => ({
      tables: [table],
      measureIndex: measures.indexOf(measure),
      dimensions: dimensions[measure.journey],
      calendar: rules.calendar,
    }),
  };
}

function linesOf(seed: number, claims: number): readonly string[] {
  const next = chance(seed);
  const recorded: { readonly at: number; readonly line: string }[] = [];
  for (let index = 0; index < claims; index += 1) {
    const subject = `claim-${index}`;
    let told = 0;
    const tell = (fact: string, at: number, data: object): void => {
      const lag = next() < 0.25 ? next() * 12 * DAY : next() * 5 * 3_600_000;
      const time = new Date(at).toISOString();
      const recordedtime = new Date(at + lag).toISOString();
      const id = `${subject}-${(told += 1)}`;
      const event = { specversion: '1.0', id, source: 'urn:synthetic', type: `charter.${fact}.v1`, time, recordedtime };
      recorded.push({ at: at + lag, line: JSON.stringify({ ...event, subject, data }) });
    };
    const received = first + Math.floor(next() * days) * DAY;
    tell('application.received', received, {
      benefit: pick(next(), ['ADP', 'SCP', 'CDP'], [5, 3, 2]),
      channel: pick(next(), ['online', 'phone'], [7, 3]),
      localAuthority: pick(next(), ['S12000033', 'S12000034', 'S12000036', 'S12000049'], [4, 3, 2, 1]),
    });
    if (next() < 0.4) {
      tell('equality.form-recorded', received + 60_000, { gender: pick(next(), ['man', 'woman'], [1, 1]) });
    }
    const decided = received + Math.ceil(next() * 60) * DAY;
    if (next() < 0.85) tell('decision.made', decided, { outcome: pick(next(), ['authorised', 'denied'], [3, 2]) });
    if (next() < 0.35) {
      const asked = decided + Math.ceil(next() * 20) * DAY;
      tell('redetermination.requested', asked, { ref: 'r1' });
      const outcome = pick(next(), ['allowed', 'partly-allowed', 'disallowed'], [3, 2, 4]);
      tell('redetermination.decided', asked + Math.ceil(next() * 30) * DAY, { ref: 'r1', outcome });
    }
  }
  const end = first + days * DAY;
  return recorded
    .filter(({ at }) => at < end)
    .sort((a, b) => a.at - b.at)
    .map(({ line }) => line);
}

/** Numbers from 0 to below 1 that are the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick(drawn: number, codes: readonly string[], weights: readonly number[]): string {
  let left = drawn * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, code] of codes.entries()) {
    left -= weights[index] ?? 0;
    if (left < 0) return code;
  }
  return codes.at(-1) ?? '';
}

export function dayNamed(date: string): Day {
  const day = parseDay(date);
  if (day === null) throw new RangeError(`no date: ${date}`);
  return day;
}
