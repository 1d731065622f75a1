import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LogUnavailable } from '../../../libs/log/event-log.port.js';
import { no, notComputable, yes } from '../../../libs/measures/measure.measure.js';
import { layoutOf } from '../../../libs/measures/layout.measure.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { NOW, QueryDoor } from '../query.testkit.js';

const JANUARY = 'from=2026-01-01&to=2026-01-31';

let door: QueryDoor;

beforeEach(async () => {
  door = new QueryDoor();
  await door.open();
});

afterEach(async () => {
  await door.close();
});

/** Eighty settled limits of January, 73 met, in two partitions; and claims received by two ways. */
async function count(): Promise<void> {
  await door.begin();
  await door.append(0, 100);
  await door.append(1, 20);
  const adp = { benefit: 'ADP', channel: 'online' };
  await door.checkpoint(0, {
    rows: {
      'decisions-in-time': [
        { on: '2026-01-12', x: yes, count: 70, at: adp },
        { on: '2026-01-13', x: no, count: 7, at: adp },
      ],
      'applications-received': [
        { on: '2026-01-02', x: 0, count: 5, at: adp },
        { on: '2026-01-31', x: 0, count: 2, at: { benefit: 'SCP', channel: 'phone' }, known: '2026-02-03' },
      ],
    },
  });
  await door.checkpoint(1, { rows: { 'decisions-in-time': [{ on: '2026-01-30', x: yes, count: 3, at: adp }] } });
  await door.follow();
}

function ask(query: string, role: string | undefined = 'staff'): ReturnType<QueryDoor['get']> {
  return door.get(`/v1/observations?${query}`, role);
}

describe('figures', () => {
  it('are answered with everything that the contract names', async () => {
    await count();
    const { status, headers, body } = await ask(
      `measure=decisions-in-time&${JANUARY}&by=benefit&filter[channel]=online&asOf=2026-06-29`,
    );
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(body).toEqual({
      measure: {
        id: 'decisions-in-time',
        version: '1.0.0',
        kind: 'limit',
        unit: 'proportion',
        title: expect.any(String),
        betterWhen: 'higher',
      },
      grain: 'month',
      by: ['benefit'],
      asOf: '2026-06-29',
      audience: 'staff',
      classification: { kind: 'management information', published: 'live', certainty: 'final', synthetic: true },
      observations: [
        {
          period: '2026-01',
          start: '2026-01-01',
          end: '2026-01-31',
          complete: true,
          dimensions: { benefit: 'ADP' },
          value: 0.9125,
          numerator: 73,
          denominator: 80,
          p90: null,
          parts: null,
          interval: { low: expect.closeTo(0.8302, 4), high: expect.closeTo(0.957, 4), level: 0.95 },
          target: 0.9,
          status: [],
        },
      ],
      freshness: { countedTo: '2026-06-30T22:58:01Z', lagEvents: 0 },
      warnings: [],
    });
  });

  it('are of months of the financial year so far, where no more is asked', async () => {
    await count();
    const { body } = await ask('measure=applications-received');
    expect(body).toMatchObject({ grain: 'month', by: [], asOf: '2026-06-30' });
    expect(body.observations.map(({ period, complete }: Record<string, unknown>) => [period, complete])).toEqual([
      ['2026-04', true],
      ['2026-05', true],
      ['2026-06', false],
    ]);
  });

  it('are as they were known at the end of the day asked for', async () => {
    await count();
    const asKnownAt = async (asOf: string): Promise<unknown> =>
      (await ask(`measure=applications-received&${JANUARY}&asOf=${asOf}`)).body.observations[0].value;
    expect([await asKnownAt('2026-02-02'), await asKnownAt('2026-02-03')]).toEqual([5, 7]);
  });

  it('grow with each checkpoint', async () => {
    await count();
    await door.append(1, 1);
    await door.checkpoint(1, { rows: { 'applications-received': [{ on: '2026-01-20', x: 0 }] } });
    await door.follow();
    expect((await ask(`measure=applications-received&${JANUARY}`)).body.observations).toMatchObject([{ value: 8 }]);
  });

  it('are zero or not applicable, never an error, before anything has been counted', async () => {
    const { status, body } = await ask(`measure=applications-received&${JANUARY}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      observations: [{ value: 0, status: [] }],
      warnings: ['Nothing has been counted yet.'],
    });
    expect((await ask(`measure=decision-time&${JANUARY}`)).body.observations).toMatchObject([
      { value: null, status: ['z'] },
    ]);
    expect((await ask(`measure=decision-time&${JANUARY}&by=benefit`)).body.observations).toEqual([]);
  });

  it('come with a warning where some are not available', async () => {
    await door.begin();
    await door.append(0, 1);
    await door.checkpoint(0, { rows: { 'decision-time': [{ on: '2026-01-05', x: notComputable }] } });
    await door.follow();
    const { body } = await ask(`measure=decision-time&${JANUARY}`);
    expect(body).toMatchObject({
      observations: [{ value: null, status: ['x'] }],
      warnings: [expect.stringContaining('calendar')],
    });
  });

  it('come with a warning when the holiday calendar is about to end', async () => {
    door.now = Date.parse('2028-02-01T12:00:00Z');
    expect((await ask('measure=decision-time')).body.warnings).toContainEqual(expect.stringContaining('bank holidays'));
  });

  it.each(['staff', 'compiler', 'auditor', 'admin'])('say that they are for %s', async (role) => {
    expect((await ask('measure=decision-time', role)).body.audience).toBe(role);
  });
});

describe('the marks of a figure', () => {
  /** Period, `complete` and marks of each row. */
  async function marksOf(query: string): Promise<readonly unknown[]> {
    const { body } = await ask(query);
    return body.observations.map(({ period, complete, status }: Record<string, unknown>) => [period, complete, status]);
  }

  it.each([
    ['decisions-in-time', '2026-01', '2026-02-27', ['p']],
    ['decisions-in-time', '2026-01', '2026-02-28', []],
    ['redetermination-rate', '2026-01', '2026-04-30', ['p']],
    ['redetermination-rate', '2026-01', '2026-05-01', []],
    ['right-first-time', '2025-12', '2026-06-28', ['p']],
    ['right-first-time', '2025-12', '2026-06-29', []],
  ])('%s of %s as of %s: provisional %j', async (id, month, asOf, status) => {
    await door.begin();
    await door.append(0, 1);
    await door.checkpoint(0, { rows: { [id]: [{ on: `${month}-10`, x: yes }] } });
    await door.follow();
    expect(await marksOf(`measure=${id}&from=${month}&to=${month}&asOf=${asOf}`)).toEqual([[month, true, status]]);
  });

  it('say both that nothing is counted and that this may change', async () => {
    expect(await marksOf('measure=decision-time&from=2026-05&to=2026-06')).toEqual([
      ['2026-05', true, ['z']],
      ['2026-06', false, ['z', 'p']],
    ]);
  });

  it('say both that a figure is not available and that this may change', async () => {
    await door.begin();
    await door.append(0, 1);
    await door.checkpoint(0, { rows: { 'decision-time': [{ on: '2026-06-05', x: notComputable }] } });
    await door.follow();
    expect(await marksOf('measure=decision-time&from=2026-06&to=2026-06')).toEqual([['2026-06', false, ['x', 'p']]]);
  });

  it.each([
    ['2026-01-30', [false, false]],
    ['2026-01-31', [false, false]],
    ['2026-02-01', [true, false]],
    ['2026-03-01', [true, true]],
  ])('as of %s January and February are complete: %j', async (asOf, complete) => {
    const { body } = await ask(`measure=decision-time&from=2026-01&to=2026-02&asOf=${asOf}`);
    expect(body.observations.map((row: Record<string, unknown>) => row['complete'])).toEqual(complete);
  });

  it('are those of nothing yet for a period after K: a stock has no value there', async () => {
    const { body } = await ask('measure=open-applications&from=2026-06&to=2026-07');
    expect(body.observations).toMatchObject([
      { period: '2026-06', complete: false, value: 0, status: ['p'] },
      { period: '2026-07', complete: false, value: null, status: ['z', 'p'] },
    ]);
    const { body: counted } = await ask('measure=applications-received&from=2026-07&to=2026-07');
    expect(counted.observations).toMatchObject([{ value: 0, status: ['p'] }]);
  });
});

describe('the target', () => {
  async function targetsOf(query: string): Promise<readonly unknown[]> {
    const { body } = await ask(query);
    return body.observations.map((row: Record<string, unknown>) => row['target']);
  }

  it('is the objective in force on the first day of the period', async () => {
    expect(await targetsOf('measure=decisions-in-time&from=2017-12&to=2018-02')).toEqual([null, 0.9, 0.9]);
    expect(await targetsOf('measure=decisions-in-time&grain=year&from=2017-18&to=2018-19')).toEqual([null, 0.9]);
  });

  it('stands on every row of a breakdown', async () => {
    await count();
    expect(await targetsOf(`measure=decisions-in-time&${JANUARY}&by=benefit,channel`)).toEqual([0.9]);
  });

  it.each([
    ['call-wait', 300],
    ['payments-on-time', 1],
    ['decision-time', null],
    ['open-applications', null],
  ])('of %s is %p', async (id, target) => {
    expect(await targetsOf(`measure=${id}&${JANUARY}`)).toEqual([target]);
  });
});

describe('freshness', () => {
  it('says how many records wait, and since when', async () => {
    await count();
    door.now = NOW + 1_000;
    await door.append(1, 1);
    door.now = NOW + 2_500;
    await door.append(0, 2);
    door.now = NOW + 60_000;
    expect((await ask('measure=decision-time')).body.freshness).toEqual({
      countedTo: '2026-06-30T22:58:02Z',
      lagEvents: 3,
    });
  });

  it('goes no further than the figures where there are none', async () => {
    await door.append(1, 4);
    door.now = NOW + 60_000;
    expect((await ask('measure=decision-time')).body.freshness).toEqual({
      countedTo: '2026-06-30T22:58:01Z',
      lagEvents: 4,
    });
  });

  it('is not known while the log cannot be reached; the figures are', async () => {
    await count();
    jest.spyOn(door.log, 'bounds').mockRejectedValue(new LogUnavailable('away'));
    const { status, body } = await ask(`measure=applications-received&${JANUARY}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      observations: [{ value: 7 }],
      freshness: { countedTo: null, lagEvents: null },
      warnings: [expect.stringContaining('log')],
    });
  });
});

describe('CSV', () => {
  const query = `measure=applications-received&${JANUARY}&by=channel,benefit`;
  const csv =
    'period,start,end,channel,benefit,value,numerator,denominator,low,high,p90,target,status\r\n' +
    '2026-01,2026-01-01,2026-01-31,online,ADP,5,,,,,,,\r\n' +
    '2026-01,2026-01-01,2026-01-31,phone,SCP,2,,,,,,,\r\n';

  beforeEach(count);

  it('is given by name', async () => {
    const { headers, text } = await ask(`${query}&format=csv`);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(text).toBe(csv);
  });

  it('is given to who accepts nothing else', async () => {
    const { headers, text } = await ask(query).set('Accept', 'text/csv');
    expect(headers['vary']).toContain('Accept');
    expect(text).toBe(csv);
  });

  it.each(['text/html,application/xhtml+xml,*/*;q=0.8', '*/*', 'application/json, text/csv', 'image/png'])(
    'is not given to who accepts %s',
    async (accepted) => {
      expect((await ask(query).set('Accept', accepted)).headers['content-type']).toMatch(/^application\/json/);
    },
  );

  it('gives way to a format asked for by name', async () => {
    expect((await ask(`${query}&format=json`).set('Accept', 'text/csv')).headers['content-type']).toMatch(
      /^application\/json/,
    );
  });

  it('is not the form of errors', async () => {
    const { headers } = await ask('measure=nothing&format=csv').set('Accept', 'text/csv');
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  });
});

describe('a generation begun by other code', () => {
  const current = layoutOf(measures);

  it('is read as it was numbered', async () => {
    const layout = { ...current, measures: current.measures.toReversed() };
    await door.begin('older', layout);
    await door.append(0, 1);
    const newIndex = measures.length - 1 - measures.findIndex(({ id }) => id === 'applications-received');
    const writtenThere = measures[newIndex]?.id ?? '';
    await door.checkpoint(0, { rows: { [writtenThere]: [{ on: '2026-01-05', x: 0 }] } });
    await door.follow();
    expect((await ask(`measure=applications-received&${JANUARY}`)).body.observations).toMatchObject([{ value: 1 }]);
  });

  it.each([
    ['the measure', { ...current, measures: current.measures.filter((name) => !name.startsWith('decision-time@')) }],
    [
      'this version of it',
      { ...current, measures: current.measures.map((name) => name.replace('time@1.', 'time@0.')) },
    ],
    [
      'one of its dimensions',
      { ...current, dimensions: { ...current.dimensions, claim: current.dimensions.claim.slice(0, -1) } },
    ],
  ])('without %s asks to come back', async (_, layout) => {
    await door.begin('older', layout);
    await door.follow();
    const { status, headers, body } = await ask('measure=decision-time');
    expect(status).toBe(503);
    expect(headers['retry-after']).toBe('5');
    expect(body).toMatchObject({ type: '/problems/being-computed', status: 503 });
    expect((await ask('measure=call-wait')).status).toBe(200);
  });

  it('is left for the next once that is in use', async () => {
    await count();
    await door.begin('next');
    await door.follow();
    expect((await ask(`measure=applications-received&${JANUARY}`)).body.observations).toMatchObject([{ value: 0 }]);
  });
});

describe('who is let in', () => {
  it('nobody without a token', async () => {
    expect((await door.get('/v1/observations?measure=decision-time')).status).toBe(401);
  });

  it('nobody with a bad one', async () => {
    expect((await ask('measure=decision-time', 'nobody')).status).toBe(401);
  });

  it.each(['producer', 'importer'])('not %s', async (role) => {
    expect((await ask('measure=decision-time', role)).status).toBe(403);
  });
});

describe('a query that cannot be answered', () => {
  it('is a problem with the members at fault and what is allowed', async () => {
    const { status, headers, body } = await ask('measure=call-wait&by=channel&grain=hour');
    expect(status).toBe(400);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({
      type: '/problems/invalid-query',
      status: 400,
      errors: [{ member: 'grain', allowed: expect.any(Array) }],
    });
    expect((await ask('measure=call-wait&by=channel')).body.errors).toEqual([
      { member: 'by', detail: expect.any(String), allowed: [['benefit']] },
    ]);
  });

  it('may be one whose answer has too many rows', async () => {
    await count();
    const days = 'measure=applications-received&grain=day&by=benefit&from=2008-01-01';
    expect((await ask(`${days}&to=2021-09-01`)).status).toBe(200);
    const { status, body } = await ask(`${days}&to=2026-06-30`);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ member: 'by' }]);
  });
});
