import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { notComputable } from '../../../libs/measures/measure.measure.js';
import { QueryDoor } from '../query.testkit.js';

const door = new QueryDoor();

beforeAll(async () => {
  await door.open();
  await door.begin();
  await door.append(0, 10);
  await door.checkpoint(0, {
    rows: {
      'decision-time': [
        { on: '2026-05-12', x: 12, count: 3, at: { benefit: 'ADP' } },
        { on: '2026-05-20', x: 31, at: { benefit: 'SCP' }, known: '2026-06-15' },
        { on: '2026-04-01', x: notComputable },
      ],
      'call-wait': [{ on: '2026-05-12', x: 90, count: 2 }],
    },
  });
  await door.follow();
});
afterAll(() => door.close());

const ask = (query: string, role: string | undefined = 'staff'): ReturnType<QueryDoor['get']> =>
  door.get(`/v1/distribution?${query}`, role);

describe('the distribution of a figure', () => {
  it('adds up to its denominator', async () => {
    const { status, headers, body } = await ask('measure=decision-time&period=2026-05');
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(body).toMatchObject({ measure: { id: 'decision-time' }, grain: 'month', asOf: '2026-06-30', filter: {} });
    expect(body.observation).toMatchObject({ value: 12, p90: 31, denominator: 4 });
    expect(body.bands.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(4);
    expect(body.bands.filter(({ count }: { count: number }) => count > 0)).toEqual([
      { from: 12, to: 13, count: 3 },
      { from: 30, to: 31, count: 1 },
    ]);
  });

  it('is as it was known, and of what a filter allows', async () => {
    const { body } = await ask('measure=decision-time&period=2026-05&asOf=2026-05-31&filter[benefit]=ADP');
    expect([body.observation.denominator, body.bands.at(-1)]).toEqual([3, { from: 12, to: 12, count: 3 }]);
  });

  it('of seconds is in bands of seconds that people count in', async () => {
    const { body } = await ask('measure=call-wait&period=2026-27-Q1');
    expect(body.bands.at(-1)).toEqual({ from: 90, to: 94, count: 2 });
  });

  it('is not there where the figure is not', async () => {
    const { body } = await ask('measure=decision-time&period=2026-04');
    expect([body.bands, body.observation.status]).toEqual([null, ['x']]);
    expect((await ask('measure=decision-time&period=2026-03')).body.bands).toEqual([]);
  });

  it.each([
    ['measure=decisions-in-time&period=2026-05', 'measure'],
    ['measure=decision-time', 'period'],
    ['measure=decision-time&period=2026-05&after=x', 'after'],
    ['measure=decision-time&period=2026-05&asOf=2026-07-01', 'asOf'],
  ])('is refused for %s, naming what is at fault', async (query, member) => {
    const { status, body } = await ask(query);
    expect([status, body.errors[0].member]).toEqual([400, member]);
  });

  it('is closed to those who see controlled figures', async () => {
    expect((await ask('measure=decision-time&period=2026-05', 'scrutiny')).status).toBe(403);
    expect((await door.get('/v1/distribution?measure=decision-time&period=2026-05')).status).toBe(401);
  });
});
