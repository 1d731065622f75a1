import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { layoutOf } from '../../../libs/measures/layout.measure.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { no, notComputable, yes } from '../../../libs/measures/measure.measure.js';
import type { AttentionRow } from './attention-row.rule.js';
import { ATTENTION_SETTINGS, DEFAULT_ATTENTION_SETTINGS } from './attention.settings.js';
import type { Indicator } from '../commitments/indicators.service.js';
import { NOW, QueryDoor, type WrittenCheckpoint } from '../query.testkit.js';

const HOUR = 3_600_000;
const hourly = { first: NOW - 99 * HOUR, last: NOW, count: 100 };

/** Keeps no changes of state. */
const neverLooking = { provide: ATTENTION_SETTINGS, useValue: { ...DEFAULT_ATTENTION_SETTINGS, lookMs: 1_000_000 } };

let door: QueryDoor;

beforeEach(async () => {
  door = new QueryDoor({}, null, [neverLooking]);
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

async function rowsOf(query = ''): Promise<readonly AttentionRow[]> {
  const { status, body } = await door.get(`/v1/attention${query}`, 'staff');
  expect(status).toBe(200);
  return body.rows;
}

async function rowOf(measure: string, query = ''): Promise<AttentionRow | undefined> {
  return (await rowsOf(query)).find(({ measure: { id } }) => id === measure);
}

describe('attention', () => {
  it('is answered with everything that a page needs of a measure', async () => {
    const rows = {
      'payments-on-time': [
        { on: '2026-04-07', x: yes, count: 25 },
        { on: '2026-05-12', x: yes, count: 30 },
        { on: '2026-05-13', x: no, count: 2 },
      ],
    };
    await count({ rows });
    const { status, headers, body } = await door.get('/v1/attention', 'staff');
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toEqual({
      asOf: '2026-06-30',
      audience: 'staff',
      freshness: { countedTo: '2026-06-30T22:58:01Z', lagEvents: 0 },
      warnings: [],
      rows: expect.any(Array),
      changes: [],
      older: null,
    });
    const asked = 'measure=payments-on-time&from=2026-04&to=2026-05';
    const { body: months } = await door.get(`/v1/observations?${asked}`, 'staff');
    const { body: years } = await door.get('/v1/observations?measure=payments-on-time&grain=year', 'staff');
    expect(body.rows[0]).toEqual({
      measure: months.measure,
      classification: { ...months.classification, certainty: 'provisional' },
      grain: 'month',
      latest: months.observations[1],
      before: months.observations[0],
      year: years.observations[0],
      objective: { op: 'gte', value: 1, role: 'agency', source: 'charter commitment' },
      state: 'off-target',
      missed: 2,
      quietSince: null,
      since: null,
      changedFrom: null,
      allowance: {
        period: '2026-27',
        counted: 57,
        allowed: 0,
        used: 2,
        left: -2,
        text: 'No late payments are allowed: there were 2 this year',
      },
    });
  });

  it('has a row for every measure, worst first, within a state in the measures’ order', async () => {
    const rows = {
      'payments-right-amount': [{ on: '2026-05-12', x: no }],
      'payments-on-time': [{ on: '2026-05-12', x: no }],
      'complaints-stage1-in-time': [{ on: '2026-05-12', x: yes }],
      'redeterminations-in-time': [{ on: '2026-05-12', x: notComputable }],
    };
    await count({ rows });
    const found = (await rowsOf()).map(({ measure: { id }, state }) => `${id}: ${state}`);
    expect(found.slice(0, 7)).toEqual([
      'payments-on-time: off-target',
      'payments-right-amount: off-target',
      'complaints-stage2-in-time: too-few',
      'formats-supplied: too-few',
      'adjustments-made: too-few',
      'advocacy-started: too-few',
      'complaints-stage1-in-time: on-target',
    ]);
    expect(found.at(-1)).toBe('redeterminations-in-time: gap');
    const others = measures.map(({ id }) => `${id}: no-target`).filter((row) => found.includes(row));
    expect(found.slice(7, -1)).toEqual(others);
    expect(found).toHaveLength(measures.length);
  });

  it('warns of figures that are not available', async () => {
    await count({ rows: { 'redeterminations-in-time': [{ on: '2026-05-12', x: notComputable }] } });
    const { body } = await door.get('/v1/attention', 'staff');
    expect(body.warnings).toEqual([expect.stringContaining('calendar')]);
  });

  it('says what has gone quiet, and since when', async () => {
    await count({
      rows: { 'payments-on-time': [{ on: '2026-05-12', x: yes, count: 30 }] },
      feeds: { 'payment.promised': hourly },
    });
    expect(await rowOf('payments-on-time')).toMatchObject({ state: 'on-target', quietSince: null });
    door.now = NOW + 4 * 24 * HOUR;
    const [first] = await rowsOf();
    expect(first).toMatchObject({
      measure: { id: 'payments-on-time' },
      state: 'gone-quiet',
      quietSince: '2026-06-30T22:58:01Z',
    });
    expect(await rowOf('payments-on-time', '?asOf=2026-07-04')).toEqual(first);
    expect(await rowOf('payments-on-time', '?asOf=2026-07-03')).toMatchObject({
      state: 'too-few',
      quietSince: null,
    });
  });

  it('can be asked for as it was known', async () => {
    const late = { on: '2026-04-07', x: no, known: '2026-06-10' };
    await count({ rows: { 'payments-on-time': [{ on: '2026-04-07', x: yes, count: 30 }, late] } });
    expect((await door.get('/v1/attention?asOf=2026-05-31', 'staff')).body.asOf).toBe('2026-05-31');
    expect(await rowOf('payments-on-time', '?asOf=2026-05-31')).toMatchObject({
      latest: { period: '2026-04', denominator: 30 },
      before: { period: '2026-03' },
      state: 'on-target',
      missed: 0,
    });
    expect(await rowOf('payments-on-time')).toMatchObject({ before: { period: '2026-04', denominator: 31 } });
  });

  it('agrees with what the commitments say of the same measures', async () => {
    await count({ rows: { 'payments-on-time': [{ on: '2026-05-12', x: no }] } });
    const { body } = await door.get('/v1/commitments/2019/2.2', 'staff');
    const rows = await rowsOf();
    const indicators: readonly Indicator[] = body.indicators;
    const shared = indicators.flatMap(({ evidence, latest, year, state }) => {
      const row = rows.find(({ measure: { id } }) => evidence.kind === 'computed' && id === evidence.measure);
      return row === undefined ? [] : [{ said: { latest, year, state }, row }];
    });
    expect(shared.length).toBeGreaterThan(3);
    for (const { said, row } of shared) expect(row).toMatchObject(said);
  });

  it('names a measure that the generation in use was begun without as a gap, without figures', async () => {
    await door.begin('older', layoutOf(measures.filter(({ id }) => id !== 'payments-on-time')));
    await door.follow();
    const { body } = await door.get('/v1/attention', 'staff');
    expect(body.warnings).toEqual([]);
    expect(body.rows.at(-1)).toMatchObject({
      measure: { id: 'payments-on-time' },
      latest: { period: '2026-05', value: null, denominator: null, status: ['x'] },
      before: { period: '2026-04', status: ['x'] },
      year: { period: '2026-27', status: ['x', 'p'] },
      state: 'gap',
      missed: null,
    });
  });

  it('is answered before anything has been counted', async () => {
    const { body } = await door.get('/v1/attention', 'staff');
    expect(body.warnings).toEqual(['Nothing has been counted yet.']);
    expect(body.rows).toHaveLength(measures.length);
  });

  it.each([
    ['asOf=2026-07-01', 'asOf'],
    ['asOf=2017-12-31', 'asOf'],
    ['asOf=yesterday', 'asOf'],
    ['asOf=2026-06-30&asOf=2026-06-29', 'asOf'],
    ['before=0', 'before'],
    ['before=-1', 'before'],
    ['before=1e3', 'before'],
    ['measure=payments-on-time', 'measure'],
  ])('cannot be asked for with %s', async (query, member) => {
    const { status, body } = await door.get(`/v1/attention?${query}`, 'staff');
    expect(status).toBe(400);
    expect(body.errors).toEqual([expect.objectContaining({ member })]);
  });
});

describe('who sees what has to be looked at', () => {
  it.each(['staff', 'compiler', 'auditor', 'admin'])('%s', async (role) => {
    expect((await door.get('/v1/attention', role)).body).toMatchObject({ audience: role });
  });

  it.each([
    [undefined, 401, 'about:blank'],
    ['nobody', 401, 'about:blank'],
    ['producer', 403, 'about:blank'],
    ['importer', 403, 'about:blank'],
  ])('not %s', async (role, expected, type) => {
    const { status, body } = await door.get('/v1/attention', role);
    expect({ status, type: body.type }).toEqual({ status: expected, type });
    expect(body).not.toHaveProperty('rows');
  });
});
