import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { layoutOf } from '../../../libs/measures/layout.measure.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { no, stillOpen, yes } from '../../../libs/measures/measure.measure.js';
import type { AggregateRow } from '../../../libs/publication/aggregate-row.fact.js';
import { loadRegister } from '../../../libs/register/register.store.js';
import { NOW, QueryDoor, type WrittenCheckpoint } from '../query.testkit.js';
import { evidenceFiled, figureReported, tell } from '../reported/reported.testkit.js';
import type { Aggregates } from './aggregates.service.js';

const { charter } = loadRegister();
const HOUR = 3_600_000;

let door: QueryDoor;

beforeEach(async () => {
  door = new QueryDoor();
  await door.open();
});

afterEach(async () => {
  await door.close();
});

async function count(checkpoint: WrittenCheckpoint = {}): Promise<void> {
  await door.begin();
  await door.append(0, 10);
  await door.checkpoint(0, checkpoint);
  await door.follow();
}

async function aggregates(query = 'year=2025-26', role = 'compiler'): Promise<Aggregates> {
  const { status, headers, body } = await door.get(`/v1/aggregates?${query}`, role);
  expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
  return body;
}

/** The rows of a framework measure, in order. */
async function rowsOf(framework: string, query?: string): Promise<readonly AggregateRow[]> {
  return (await aggregates(query)).rows.filter((row) => row.framework === framework);
}

describe('the aggregates of a year', () => {
  it('hold every framework measure, in the register’s order, with a row for each piece of evidence', async () => {
    await count();
    const { rows, ...about } = await aggregates();
    expect(about).toEqual({
      year: '2025-26',
      asOf: '2026-06-30',
      audience: 'compiler',
      classification: {
        kind: 'management information',
        published: 'live',
        certainty: 'provisional',
        synthetic: true,
      },
      freshness: { countedTo: '2026-06-30T22:58:01Z', lagEvents: 0 },
      warnings: [],
    });
    const ids = new Set(rows.map(({ framework }) => framework));
    expect([...ids]).toEqual(charter.measures.map(({ id }) => id));
    for (const { id, evidencedBy } of charter.measures) {
      const own = rows.filter(({ framework, evidence }) => framework === id && evidence.kind !== 'gap');
      expect(own.map(({ evidence }) => [evidence.kind, evidence.relation])).toEqual(
        evidencedBy.map(({ kind, relation }) => [kind, relation]),
      );
    }
  });

  it('say in every row without a figure why there is none', async () => {
    await count();
    for (const { value, status } of (await aggregates()).rows) {
      expect(value !== null || status.includes('x') || status.includes('z')).toBe(true);
    }
  });

  it('name the gap where nothing is direct, and list what is related behind it', async () => {
    await count({ rows: { 'payments-right-amount': [{ on: '2025-06-02', x: yes, count: 9 }] } });
    expect(await rowsOf('S2-M32')).toEqual([
      {
        framework: 'S2-M32',
        title: 'First payment correct in amount',
        commitments: [{ edition: '2019', id: '1.9' }],
        evidence: { kind: 'gap', measure: null, relation: null },
        value: null,
        numerator: null,
        denominator: null,
        interval: null,
        unit: null,
        status: ['x'],
        text: expect.stringMatching(/^A gap: /),
      },
      expect.objectContaining({
        evidence: { kind: 'computed', measure: 'payments-right-amount', relation: 'proxy' },
        value: 1,
      }),
    ]);
  });

  it('have the figure of the whole year of what is computed, and of a survey', async () => {
    const decisions = [
      { on: '2025-04-01', x: yes, count: 60 },
      { on: '2026-03-31', x: no, count: 20 },
      { on: '2026-04-01', x: no, count: 500 },
    ];
    await count({
      rows: { 'decisions-in-time': decisions, 'survey.s1-m01': [{ on: '2025-04-01', x: yes, count: 3 }] },
    });
    const rows = await rowsOf('S2-M31');
    expect(rows.find(({ evidence }) => evidence.measure === 'decisions-in-time')).toMatchObject({
      value: 0.75,
      numerator: 60,
      denominator: 80,
      interval: { level: 0.95 },
      unit: 'proportion',
      status: [],
      text: null,
    });
    expect(await rowsOf('S1-M01')).toMatchObject([
      { evidence: { measure: 'survey.s1-m01' }, value: 1, denominator: 3 },
    ]);
  });

  it('have stocks at the end of the year, or at K', async () => {
    const open = [
      { on: '2025-06-02', x: stillOpen, count: 7 },
      { on: '2026-05-02', x: stillOpen, count: 5 },
    ];
    await count({ rows: { 'open-applications': open } });
    const openAt = async (query: string): Promise<unknown> =>
      (await rowsOf('S2-M31', query)).find(({ evidence }) => evidence.measure === 'open-applications')?.value;
    expect(await openAt('year=2025-26')).toBe(7);
    expect(await openAt('year=2026-27')).toBe(12);
    expect(await openAt('year=2026-27&asOf=2026-05-01')).toBe(7);
  });

  it('tell an unanswered survey from a figure', async () => {
    await count();
    expect(await rowsOf('S1-M02')).toMatchObject([
      { value: null, status: ['z'], text: expect.stringContaining('No answers to this question') },
    ]);
  });

  it('have what was reported and filed of the year, as known at K', async () => {
    await count();
    await tell(door, figureReported('S3-M58', 0.5, { numerator: 20, denominator: 40, note: 'A headcount.' }));
    await tell(
      door,
      evidenceFiled('S3-M59', 'First'),
      evidenceFiled('S3-M59', 'Second', { id: 'e2', time: '2026-06-04T10:00:00Z', link: 'https://example.scot/2' }),
    );
    expect(await rowsOf('S3-M58')).toMatchObject([
      {
        evidence: { kind: 'reported' },
        value: 0.5,
        numerator: 20,
        denominator: 40,
        interval: null,
        unit: null,
        status: [],
        text: 'A headcount.',
      },
    ]);
    expect(await rowsOf('S3-M59')).toMatchObject([
      {
        evidence: { kind: 'narrative', measure: null, relation: 'direct' },
        value: null,
        status: ['z'],
        text: 'First\nAbout First.\n\nSecond\nAbout Second.\nhttps://example.scot/2',
      },
    ]);
    expect(await rowsOf('S3-M59', 'year=2025-26&asOf=2026-06-03')).toMatchObject([{ text: 'First\nAbout First.' }]);
    expect(await rowsOf('S3-M59', 'year=2025-26&asOf=2026-04-01')).toMatchObject([
      { status: ['x', 'p'], text: 'A gap: nothing has been filed for 2025-26.' },
    ]);
    expect(await rowsOf('S3-M58', 'year=2024-25')).toMatchObject([
      { value: null, status: ['x'], text: 'A gap: no figure has been reported for 2024-25.' },
    ]);
  });

  it('have both of a measure that is reported and narrated', async () => {
    await count();
    await tell(door, figureReported('S4-M73', 12), evidenceFiled('S4-M73', 'How'));
    expect((await rowsOf('S4-M73')).map(({ value, text }) => [value, text])).toEqual([
      [12, null],
      [null, 'How\nAbout How.'],
    ]);
  });

  it('are not shown for good of what has gone quiet', async () => {
    const hourly = { first: NOW - 99 * HOUR, last: NOW, count: 100 };
    await count({ feeds: { 'payment.promised': hourly, 'payment.issued': hourly } });
    expect((await aggregates()).warnings).toEqual([]);
    door.now = NOW + 20 * 24 * HOUR;
    const { warnings } = await aggregates();
    expect(warnings).toContainEqual(expect.stringMatching(/^Gone quiet: .*payments-on-time \(since 2026-06-30/));
  });

  it('are gaps where the generation in use does not count yet', async () => {
    await door.begin('older', layoutOf(measures.filter(({ id }) => id !== 'formats-supplied')));
    await door.follow();
    expect(await rowsOf('S2-M40')).toMatchObject([
      { value: null, status: ['x'], text: expect.stringMatching(/^A gap/) },
    ]);
  });

  it('say that nothing has been counted, and that a year spans two editions', async () => {
    expect((await aggregates('year=2024-25')).warnings).toEqual([
      'Nothing has been counted yet.',
      expect.stringContaining('2024-25 spans two editions'),
    ]);
  });

  it('come as CSV with the same rows', async () => {
    await count();
    await tell(door, evidenceFiled('S3-M59', '=1+1'));
    const { headers, text } = await door.get('/v1/aggregates?year=2025-26&format=csv', 'auditor');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const [header, first] = text.split('\r\n');
    expect(header).toBe(
      'framework,title,commitments,evidence,measure,relation,value,numerator,denominator,low,high,unit,status,text',
    );
    expect(first).toMatch(/^S1-M01,Treated kindly,2019\/1\.1,survey,survey\.s1-m01,direct,/);
    expect(text.match(/^S\d-M\d\d/gm)).toHaveLength((await aggregates()).rows.length);
    expect(text).toContain(`"'=1+1\nAbout =1+1."`);
  });

  it.each([
    ['', 'year'],
    ['year=2025', 'year'],
    ['year=2027-28', 'year'],
    ['year=2016-17', 'year'],
    ['year=2025-26&asOf=2026-07-01', 'asOf'],
    ['year=2026-27&asOf=2026-03-31', 'year'],
    ['year=2025-26&format=xml', 'format'],
    ['year=2025-26&by=benefit', 'by'],
    ['year=2025-26&year=2025-26', 'year'],
  ])('cannot be asked for with %j', async (query, member) => {
    const { status, body } = await door.get(`/v1/aggregates?${query}`, 'compiler');
    expect([status, body.errors[0].member]).toEqual([400, member]);
  });
});

describe('who sees the aggregates', () => {
  it.each([
    [undefined, 401],
    ['nobody', 401],
    ['scrutiny', 403],
    ['staff', 403],
    ['producer', 403],
    ['importer', 403],
    ['admin', 403],
    ['compiler', 200],
    ['auditor', 200],
  ])('%s: %d', async (role, status) => {
    expect((await door.get('/v1/aggregates?year=2025-26', role)).status).toBe(status);
  });
});
