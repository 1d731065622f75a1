import { expect } from '@jest/globals';
import fc from 'fast-check';
import { instantOf } from '../recount/instant.oracle.js';
import { Recount, type LoggedEvent, type StandingReport } from '../recount/recount.oracle.js';
import { registerRules } from '../recount/sample.testkit.js';
import { ask } from './figures.testkit.js';

/** Framework measures that are reported, or told in words, or both, each with a commitment that it is of. */
const MEASURES = [
  { measure: 'S1-M28', commitment: '1.12', kinds: ['reported'] },
  { measure: 'S3-M58', commitment: '3.7', kinds: ['reported'] },
  { measure: 'S3-M59', commitment: '3.1', kinds: ['narrative'] },
  { measure: 'S4-M73', commitment: '4.3', kinds: ['reported', 'narrative'] },
  { measure: 'S4-M77', commitment: '4.11', kinds: ['reported', 'narrative'] },
] as const;
const YEARS = ['2024-25', '2025-26'] as const;
const FIRST = Date.UTC(2025, 3, 20);
const DAYS = 330;
const DAY = 86_400_000;

const about = fc.record({
  measure: fc.constantFrom(...MEASURES.map(({ measure }) => measure)),
  year: fc.constantFrom(...YEARS),
});
const identity = fc.record({
  source: fc.constantFrom('urn:example:a', 'urn:example:b'),
  id: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8'),
});
const moment = fc.integer({ min: 0, max: DAYS * 24 }).map((hours) => new Date(FIRST + hours * 3_600_000).toISOString());
const words = fc.constantFrom('What was done', 'What came of it', '=1+1', 'It’s “quoted”, \nand goes on');

interface About {
  readonly measure: string;
  readonly year: string;
}

type Members = Readonly<Record<string, unknown>>;

function figureOf(of: About): fc.Arbitrary<Members> {
  const numbers = fc.constantFrom(0, 0.25, 0.5, 3, 12.5, 400);
  const members = { value: numbers, numerator: numbers, denominator: numbers, note: words };
  return fc.record(members, { requiredKeys: ['value'], noNullPrototype: true }).map((data) => ({ ...of, ...data }));
}

function entryOf(of: About): fc.Arbitrary<Members> {
  const members = { title: words, summary: words, link: fc.constant('https://example.scot/evidence') };
  return fc
    .record(members, { requiredKeys: ['title', 'summary'], noNullPrototype: true })
    .map((data) => ({ ...of, ...data }));
}

/** A fact of a subject: told, put right or withdrawn, now and then of another year than its subject, or a misfit. */
function factOf(of: About): fc.Arbitrary<{ readonly type: string; readonly data: Members }> {
  const elsewhere = { ...of, year: '2023-24' };
  const data = fc.oneof(
    { weight: 5, arbitrary: figureOf(of) },
    { weight: 4, arbitrary: entryOf(of) },
    { weight: 1, arbitrary: figureOf(elsewhere) },
    { weight: 1, arbitrary: fc.constant({ ...of, value: 'many' }) },
  );
  const told = (type: string) => (members: Members) => ({ type, data: members });
  return fc.oneof(
    { weight: 5, arbitrary: figureOf(of).map(told('figure.reported')) },
    { weight: 4, arbitrary: entryOf(of).map(told('evidence.filed')) },
    { weight: 1, arbitrary: figureOf(elsewhere).map(told('figure.reported')) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(identity, fc.record({ time: moment, data }, { requiredKeys: [], noNullPrototype: true }))
        .map(([target, restated]) => ({
          ...target,
          ...(Object.keys(restated).length === 0 ? { time: '2025-06-01T00:00:00Z' } : restated),
        }))
        .map(told('fact.corrected')),
    },
    {
      weight: 1,
      arbitrary: identity.map((target) => ({ ...target, reason: 'duplicate' })).map(told('fact.withdrawn')),
    },
  );
}

/** Valid events about what is reported, in the order in which they are sent; identities repeat, with other contents too. */
export function randomReports(seed: number, count: number): readonly Members[] {
  const event = about.chain((of) =>
    fc.record({ identity, fact: factOf(of), time: moment, lag: fc.integer({ min: 0, max: 20 }) }).map((drawn) => ({
      specversion: '1.0',
      ...drawn.identity,
      type: `charter.${drawn.fact.type}.v1`,
      time: drawn.time,
      recordedtime: new Date(Date.parse(drawn.time) + drawn.lag * DAY).toISOString(),
      subject: `${of.measure}.${of.year}`,
      data: drawn.fact.data,
    })),
  );
  const events = fc.sample(event, { seed, numRuns: count });
  const again = events
    .filter((_, index) => index % 5 === 0)
    .map((one) => ({ ...one, recordedtime: new Date(Date.parse(one.recordedtime) - DAY).toISOString() }))
    .filter(({ time, recordedtime }) => recordedtime >= time);
  return [...events, ...again];
}

/** Sends events in batches, one after the other. */
export async function sendAll(url: string, events: readonly Members[]): Promise<void> {
  for (let from = 0; from < events.length; from += 100) {
    const response = await fetch(new URL('/v1/events', url), {
      method: 'POST',
      headers: { authorization: 'Bearer demo-importer', 'content-type': 'application/cloudevents-batch+json' },
      body: JSON.stringify(events.slice(from, from + 100)),
    });
    expect([response.status, await response.json()]).toMatchObject([202, { rejected: [] }]);
  }
}

interface Filed {
  readonly year: string;
  readonly figure: (Members & { readonly time: string }) | null;
  readonly entries: readonly (Members & { readonly time: string })[];
}

interface Indicator {
  readonly framework: string;
  readonly evidence: { readonly kind: string };
  readonly latest: Members;
  readonly state: string;
  readonly filed: readonly Filed[];
}

interface Row extends Members {
  readonly framework: string;
  readonly evidence: { readonly kind: string };
}

/** Asks for everything that was reported as known at so many days, and finds it as counted anew; answers how often. */
export async function everyReportIsEqual(url: string, events: readonly Members[], seed: number): Promise<number> {
  const recount = new Recount(
    events.map((value): LoggedEvent => ({ value })),
    registerRules(),
  );
  const days = fc.sample(fc.integer({ min: 0, max: DAYS + 10 }), { seed, numRuns: 12 });
  let compared = 0;
  for (const asOf of days.map((day) => new Date(FIRST + day * DAY).toISOString().slice(0, 10))) {
    for (const { measure, commitment, kinds } of MEASURES) {
      const { indicators } = await answerTo<{ readonly indicators: readonly Indicator[] }>(
        url,
        `/v1/commitments/2019/${commitment}?asOf=${asOf}`,
      );
      for (const kind of kinds) {
        const indicator = indicators.find((one) => one.framework === measure && one.evidence.kind === kind);
        for (const filed of indicator?.filed ?? []) {
          expectEqual(filed, kind, recount.reported(measure, filed.year, asOf), `${measure} ${filed.year} at ${asOf}`);
          compared += 1;
        }
      }
    }
    for (const year of YEARS.filter((code) => asOf >= `${code.slice(0, 4)}-04-01`)) {
      const { rows } = await answerTo<{ readonly rows: readonly Row[] }>(
        url,
        `/v1/aggregates?year=${year}&asOf=${asOf}`,
      );
      for (const { measure } of MEASURES) {
        const report = recount.reported(measure, year, asOf);
        for (const row of rows.filter(({ framework }) => framework === measure)) {
          expectRow(row, report, `${measure} ${year} at ${asOf}`);
          compared += 1;
        }
      }
    }
  }
  return compared;
}

async function answerTo<Answer>(url: string, path: string): Promise<Answer> {
  const response = await ask(url, path, 'demo-compiler');
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as Answer;
}

function expectEqual({ figure, entries }: Filed, kind: string, report: StandingReport, about: string): void {
  const isFigure = kind === 'reported';
  expect({ about, figure: comparable(figure), entries: entries.map(comparable) }).toEqual({
    about,
    figure: isFigure ? report.figure : null,
    entries: isFigure ? [] : report.entries,
  });
}

/** Times as the recount reads them; on which day something was recorded the recount does not say. */
function comparable(told: (Members & { readonly time: string }) | null): Members | null {
  if (told === null) return null;
  const { recordedOn: _, ...rest } = told;
  return { ...rest, time: instantOf(told.time) };
}

function expectRow(row: Row, { figure, entries }: StandingReport, about: string): void {
  const marks = (row['status'] as readonly string[]).filter((mark) => mark !== 'p');
  const { value, numerator, denominator, text } = row;
  if (row.evidence.kind === 'reported') {
    const gap = {
      value: null,
      numerator: null,
      denominator: null,
      text: expect.stringMatching(/^A gap: /),
      marks: ['x'],
    };
    const { value: reported, numerator: n, denominator: d, note } = figure ?? {};
    const told = { value: reported, numerator: n, denominator: d, text: note, marks: [] };
    expect({ about, value, numerator, denominator, text, marks }).toEqual({ about, ...(figure === null ? gap : told) });
  } else if (row.evidence.kind === 'narrative') {
    expect({ about, value, marks }).toEqual({ about, value: null, marks: [entries.length === 0 ? 'x' : 'z'] });
    for (const { title, summary } of entries) expect(text).toContain(`${title}\n${summary}`);
    if (entries.length === 0) expect(text).toMatch(/^A gap: /);
  }
}
