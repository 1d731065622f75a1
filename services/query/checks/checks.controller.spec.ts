import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { figureReported, tell } from '../reported/reported.testkit.js';
import { QueryDoor } from '../query.testkit.js';
import type { Checks } from './check.fact.js';

/** 30 June 2026. */
let door: QueryDoor;

beforeEach(async () => {
  door = new QueryDoor();
  await door.open();
  await door.begin();
  await door.append(0, 1);
  await door.checkpoint(0, { rows: { 'applications-received': [{ on: '2025-05-05', x: 0, count: 103 }] } });
  await door.follow();
});
afterEach(() => door.close());

async function checks(year = '2025-26'): Promise<Checks> {
  const { status, headers, body } = await door.get(`/v1/checks?year=${year}`, 'compiler');
  expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
  return body;
}

describe('GET /v1/checks', () => {
  it('is for compiler and auditor', async () => {
    const statuses = async (roles: readonly (string | undefined)[]): Promise<readonly number[]> =>
      Promise.all(roles.map(async (role) => (await door.get('/v1/checks?year=2025-26', role)).status));
    expect(await statuses(['compiler', 'auditor'])).toEqual([200, 200]);
    expect(await statuses(['scrutiny', 'staff', 'producer', 'importer', 'admin'])).toEqual([403, 403, 403, 403, 403]);
    expect(await statuses([undefined, 'nobody'])).toEqual([401, 401]);
  });

  it('tells of the year as a release made now would hold it', async () => {
    expect(await checks()).toMatchObject({
      year: '2025-26',
      asOf: '2026-06-29',
      audience: 'compiler',
      clear: true,
      mayBe: ['provisional', 'final'],
      finalFrom: '2026-04-29',
      lastRelease: null,
    });
    expect(await checks('2026-27')).toMatchObject({ mayBe: ['provisional'], finalFrom: '2027-04-29' });
  });

  it('tells what came after the latest release and what that changes', async () => {
    const made = await door.post('/v1/releases', { year: '2025-26', state: 'final' }, 'compiler');
    expect(made.status).toBe(201);
    const quiet = await checks();
    expect(quiet.lastRelease).toEqual({ id: '2025-26.1', state: 'final', madeAt: made.body.madeAt });
    expect(quiet.checks.filter(({ check }) => check === 'figures-changed')).toEqual([]);
    await tell(door, figureReported('S3-M58', 0.5));
    expect((await checks()).checks.find(({ check }) => check === 'figures-changed')).toMatchObject({
      frameworks: ['S3-M58'],
      count: 1,
    });
  });

  it.each(['year=2025', 'year=2027-28', 'year=2025-26&asOf=2026-01-01', ''])('refuses %s', async (query) => {
    expect((await door.get(`/v1/checks?${query}`, 'compiler')).status).toBe(400);
  });
});
