import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { no, stillOpen } from '../../../libs/measures/measure.measure.js';
import { QueryDoor } from '../query.testkit.js';

const door = new QueryDoor();

/** Four applications known by 30 June: one overdue, one with a limit two working days ahead, one far, one not started. */
beforeAll(async () => {
  await door.open();
  await door.begin();
  await door.append(0, 10);
  const adp = { benefit: 'ADP', channel: 'online' };
  await door.checkpoint(0, {
    rows: {
      'open-applications': [
        { on: '2026-03-02', x: stillOpen, count: 2, at: adp },
        { on: '2026-06-29', x: stillOpen, at: { benefit: 'SCP' } },
        { on: '2026-06-26', x: stillOpen, at: adp },
      ],
      'overdue-applications': [{ on: '2026-06-15', x: stillOpen, at: adp }],
      'decisions-in-time': [
        { on: '2026-07-03', x: no, known: '2026-03-02', at: adp },
        { on: '2026-08-20', x: no, known: '2026-06-29', at: { benefit: 'SCP' } },
      ],
      'payments-on-time': [{ on: '2026-07-01', x: no, known: '2026-06-01', count: 3, at: adp }],
    },
  });
  await door.follow();
});
afterAll(() => door.close());

describe('the queue', () => {
  it('is answered whole, and adds up to the stock of the day', async () => {
    const { status, headers, body } = await door.get('/v1/queue?measure=open-applications', 'staff');
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(body).toMatchObject({
      measure: { id: 'open-applications' },
      asOf: '2026-06-30',
      audience: 'staff',
      total: 4,
      byAge: [
        { waiting: '0-20', count: 2 },
        { waiting: '21-40', count: 0 },
        { waiting: '41-60', count: 0 },
        { waiting: '61-100', count: 2 },
        { waiting: '101-plus', count: 0 },
      ],
      withoutLimit: 1,
    });
    expect(body.soon[2]).toEqual({ left: 2, due: '2026-07-02', count: 1 });
    const { body: figures } = await door.get('/v1/observations?measure=open-applications&from=2026-06-30', 'staff');
    expect(figures.observations[0].value).toBe(4);
  });

  it('is that of a past day, as known then, and of a benefit', async () => {
    const past = await door.get('/v1/queue?measure=open-applications&asOf=2026-06-26', 'auditor');
    expect([past.body.asOf, past.body.total, past.body.withoutLimit]).toEqual(['2026-06-26', 3, 1]);
    const filtered = await door.get('/v1/queue?measure=open-applications&filter[benefit]=SCP', 'admin');
    expect([filtered.body.total, filtered.body.filter]).toEqual([1, { benefit: 'SCP' }]);
  });

  it('of a limit is what is still within it', async () => {
    const { body } = await door.get('/v1/queue?measure=payments-on-time', 'staff');
    expect([body.total, body.byAge, body.overdue, body.withoutLimit]).toEqual([3, null, null, null]);
    expect(body.soon[0]).toEqual({ left: 0, due: '2026-06-30', count: 3 });
  });

  it.each([
    ['measure=call-wait', 'measure'],
    ['', 'measure'],
    ['measure=open-applications&asOf=2026-07-01', 'asOf'],
    ['measure=open-applications&filter[waiting]=0-20', 'filter[waiting]'],
    ['measure=open-applications&filter[channel]=pigeon', 'filter[channel]'],
    ['measure=open-applications&grain=month', 'grain'],
  ])('refuses %s, naming what is at fault', async (query, member) => {
    const { status, body } = await door.get(`/v1/queue?${query}`, 'staff');
    expect([status, body.errors[0].member]).toEqual([400, member]);
  });

  it.each([
    [undefined, 401],
    ['scrutiny', 403],
    ['producer', 403],
  ])('is closed to %s', async (role, expected) => {
    const { status, text } = await door.get('/v1/queue?measure=open-applications', role);
    expect(status).toBe(expected);
    expect(text).not.toContain('total');
  });
});
