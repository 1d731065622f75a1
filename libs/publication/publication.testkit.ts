import fc from 'fast-check';
import type { AggregateRow } from './aggregate-row.fact.js';
import { digestOf } from './digest.codec.js';
import { frozenTable } from './frozen-table.rule.js';
import type { Release } from './release.fact.js';

export const seed = 20260401;

/** A row that is on time in nine of ten cases, unless it is said otherwise. */
export function rowOf(row: Partial<AggregateRow> = {}): AggregateRow {
  return {
    framework: 'S2-M31',
    title: 'Decisions made in time',
    commitments: [{ edition: '2019', id: '2.2' }],
    evidence: { kind: 'computed', measure: 'decisions-in-time', relation: 'direct' },
    value: 0.9,
    numerator: 90,
    denominator: 100,
    interval: { low: 0.8256, high: 0.9448, level: 0.95 },
    unit: 'proportion',
    status: [],
    text: null,
    ...row,
  };
}

/** A row of which there is nothing but its evidence. */
export function rowWithoutFigure(row: Partial<AggregateRow> = {}): AggregateRow {
  return rowOf({ value: null, numerator: null, denominator: null, interval: null, unit: null, ...row });
}

/** One row of every kind of evidence, and one of every state of a figure. */
export const everyKindOfRow: readonly AggregateRow[] = [
  rowOf(),
  rowOf({
    framework: 'S2-M32',
    title: 'Time to decide',
    evidence: { kind: 'computed', measure: 'decision-time', relation: 'proxy' },
    value: 12.5,
    numerator: null,
    denominator: 1234,
    interval: null,
    unit: 'working days',
    status: ['p'],
  }),
  rowWithoutFigure({ framework: 'S1-M01', title: 'Treated kindly', status: ['c'], unit: 'proportion' }),
  rowWithoutFigure({
    framework: 'S3-M58',
    title: 'What was learned',
    evidence: { kind: 'narrative', measure: null, relation: 'direct' },
    text: '=SUM(A1)\n  two  spaces, a "quote" & a <tag>',
  }),
  rowWithoutFigure({
    framework: 'S4-M70',
    title: 'What nothing reports',
    commitments: [
      { edition: '2019', id: '4.1' },
      { edition: '2024', id: '4.2' },
    ],
    evidence: { kind: 'gap', measure: null, relation: null },
    status: ['x'],
  }),
];

const definitions = [
  { id: 'decision-time', version: '1.0.0', hash: 'a'.repeat(64) },
  { id: 'decisions-in-time', version: '1.1.0', hash: 'b'.repeat(64) },
];

/** The first release of a year, of these rows in both tables. */
export function releaseOf(rows: readonly AggregateRow[], head: Partial<Release> = {}): Release {
  const table = frozenTable(rows, null);
  return {
    id: '2024-25.1',
    year: '2024-25',
    state: 'final',
    note: '',
    madeAt: '2026-06-30T08:30:00Z',
    madeBy: 'compiler',
    asOf: '2026-06-29',
    positions: [
      { partition: 0, position: 1200 },
      { partition: 1, position: 1187 },
    ],
    definitions,
    definitionsHash: digestOf(definitions),
    registerHash: 'c'.repeat(64),
    fingerprint: 'd'.repeat(64),
    supersedes: null,
    embargoUntil: null,
    preReleaseRoles: [],
    synthetic: true,
    exact: table,
    published: table,
    ...head,
  };
}

/** Texts of all kinds of characters, those that begin formulas and lone surrogates among them. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'", ' ', '"', ',', 'a', '\u0000', '＝', '\ud800'),
  }),
);

const anyFigure = fc.option(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })));

export const anyRow: fc.Arbitrary<AggregateRow> = fc.record({
  framework: fc.constantFrom('S1-M01', 'S2-M31', 'S3-M58'),
  title: anyText.map((title) => title.toWellFormed()),
  commitments: fc.array(fc.record({ edition: fc.constantFrom('2019', '2024'), id: fc.constantFrom('1.1', '2.2') }), {
    minLength: 1,
    maxLength: 3,
  }),
  evidence: fc.record({
    kind: fc.constantFrom('computed', 'survey', 'reported', 'narrative', 'gap'),
    measure: fc.constantFrom('decision-time', 'survey.s1-m01', null),
    relation: fc.constantFrom('direct', 'proxy', null),
  }),
  value: anyFigure,
  numerator: anyFigure,
  denominator: anyFigure,
  interval: fc.option(
    fc.record({
      low: fc.double({ min: 0, max: 1, noNaN: true }),
      high: fc.double({ min: 0, max: 1, noNaN: true }),
      level: fc.constant(0.95 as const),
    }),
  ),
  unit: fc.constantFrom('proportion', 'working days', null),
  status: fc.subarray(['p', 'c', 'x', 'z', 'b'] as const),
  text: fc.option(anyText),
});

export const anyRows = fc.array(anyRow, { maxLength: 6 });
