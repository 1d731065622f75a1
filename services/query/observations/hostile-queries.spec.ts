import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stillOpen, yes } from '../../../libs/measures/measure.measure.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { QueryDoor } from '../query.testkit.js';

const door = new QueryDoor();

beforeAll(async () => {
  await door.open();
  await door.begin();
  await door.append(0, 10);
  await door.checkpoint(0, {
    rows: {
      'open-applications': [{ on: '2026-01-05', x: stillOpen }],
      'decisions-in-time': [{ on: '2026-01-05', x: yes }],
      'applications-received': [{ on: '2026-01-05', x: 0 }],
    },
  });
  await door.follow();
});

afterAll(async () => {
  await door.close();
});

const names = [
  'measure',
  'grain',
  'from',
  'to',
  'by',
  'asOf',
  'format',
  'filter',
  'filter[benefit]',
  'filter[waiting]',
];
const oddNames = [
  'filter[]',
  'filter[benefit][]',
  'filter[a][b]',
  '__proto__',
  'constructor',
  'by[]',
  'measure[0]',
  'toString',
  '',
];
const values = [
  ...measures.map(({ id }) => id),
  ...['day', 'week', 'month', 'quarter', 'year', 'benefit', 'channel', 'benefit,waiting', 'ADP', '0-20', 'csv', 'json'],
  ...[
    '2026-01-01',
    '2026-06-30',
    '2025-26',
    '2026-W01',
    '2026-02',
    '2025-26-Q4',
    '0000-01-01',
    '9999-12-31',
    '2026-02-30',
  ],
  ...['', '%', '%00', '%E0%A4%A', '[]', '{}', 'null', 'NaN', '-1', '__proto__', 'x'.repeat(2_000)],
];
const member = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...names), fc.constantFrom(...values)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...oddNames), fc.constantFrom(...values)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'binary' }).map(encodeURIComponent)) },
);
/** Mostly of members that could be right, so that many a query gets past the first check. */
const query = fc
  .tuple(fc.option(fc.constantFrom(...measures)), fc.array(member, { maxLength: 6 }))
  .map(([measure, members]) => [...(measure === null ? [] : [['measure', measure.id]]), ...members])
  .map((members) => members.map((pair) => pair.join('=')).join('&'));

describe('any query at all', () => {
  it('is answered or refused with the members at fault, and never fails', async () => {
    await fc.assert(
      fc.asyncProperty(query, async (text) => {
        const { status, headers, body } = await door.get(`/v1/observations?${text}`, 'staff');
        expect([200, 400]).toContain(status);
        if (status === 200) return;
        expect(headers['content-type']).toMatch(/^application\/problem\+json/);
        expect(body.errors.length).toBeGreaterThan(0);
        for (const error of body.errors)
          expect(error).toMatchObject({ member: expect.any(String), detail: expect.any(String) });
      }),
      { seed: 20260503, numRuns: 400 },
    );
  }, 30_000);

  it.each(['?', '?&&&', '?=', '?%', '?measure', '?measure=decision-time#x', `?${'a=1&'.repeat(1_000)}`])(
    'such as %j',
    async (text) => {
      expect((await door.get(`/v1/observations${text.replace('#', '%23')}`, 'staff')).status).toBe(400);
    },
  );
});
