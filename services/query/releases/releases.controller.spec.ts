import { createPublicKey } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Test } from 'supertest';
import { breachIn } from '../../../libs/access/audit-chain.rule.js';
import { verifyManifest } from '../../../libs/publication/manifest-verification.rule.js';
import type { SignedManifest } from '../../../libs/publication/manifest.fact.js';
import type { WrittenRow } from '../../../libs/measures/figures/holdings.testkit.js';
import { QueryDoor } from '../query.testkit.js';

/** 30 June 2026: 2025-26 can be final, 2026-27 has begun. */
let door: QueryDoor;

const received = (on: string, count: number): Readonly<Record<string, readonly WrittenRow[]>> => ({
  'applications-received': [{ on, x: 0, count }],
});

beforeEach(async () => {
  door = new QueryDoor();
  await door.open();
  await door.begin();
  await door.append(0, 1);
  await door.checkpoint(0, { rows: received('2025-05-05', 103) });
  await door.follow();
});
afterEach(() => door.close());

const make = (body: object, role = 'compiler'): Test => door.post('/v1/releases', body, role);
const year = { year: '2025-26', state: 'final' };

describe('POST /v1/releases', () => {
  it('freezes the year as known at the end of the last whole day', async () => {
    const { status, body, headers } = await make({ ...year, note: 'The first.' });
    expect({ status, location: headers['location'] }).toEqual({ status: 201, location: '/v1/releases/2025-26.1' });
    expect(body).toMatchObject({
      id: '2025-26.1',
      state: 'final',
      note: 'The first.',
      asOf: '2026-06-29',
      madeBy: 'compiler',
      table: 'exact',
      supersedes: null,
      changes: [],
      control: { small: 5, step: 'week' },
      classification: { kind: 'official statistic', published: 'released', certainty: 'final', synthetic: true },
      positions: [{ partition: 0 }, { partition: 1 }],
    });
  });

  it('supersedes the year’s release before it, which stays as it was to the byte', async () => {
    await make(year);
    const before = await door.get('/v1/releases/2025-26.1/aggregates?format=csv', 'auditor');
    await door.append(0, 1);
    await door.checkpoint(0, { rows: received('2025-06-06', 7) });
    await door.follow();
    const second = await make(year);
    expect(second.body).toMatchObject({ id: '2025-26.2', supersedes: '2025-26.1' });
    expect((await door.get('/v1/releases/2025-26.1/aggregates?format=csv', 'auditor')).text).toBe(before.text);
    expect((await door.get('/v1/releases/2025-26.1', 'auditor')).body).toMatchObject({ supersededBy: '2025-26.2' });
    const { body } = await door.get('/v1/releases/2025-26.2/differences', 'auditor');
    expect(body).toMatchObject({ before: '2025-26.1', after: '2025-26.2', table: 'exact' });
  });

  it.each([
    ['a year that is none', { year: '2025', state: 'final' }, 400],
    ['a year that has not begun', { year: '2027-28', state: 'provisional' }, 400],
    ['a state that there is not', { year: '2025-26', state: 'draft' }, 400],
    ['a member that a release does not have', { ...year, secret: true }, 400],
    ['an embargo that is no instant', { ...year, embargoUntil: '2026-07-99T00:00:00Z' }, 400],
    ['a year that cannot be final yet', { year: '2026-27', state: 'final' }, 409],
  ])('refuses %s', async (_, body, status) => {
    expect((await make(body)).status).toBe(status);
    expect((await door.get('/v1/releases', 'compiler')).body).toEqual({ releases: [] });
  });

  it('lets nobody make one but the compiler', async () => {
    for (const role of ['scrutiny', 'staff', 'auditor', 'producer', 'importer', 'admin']) {
      expect((await make(year, role)).status).toBe(403);
    }
  });

  it('gives each of two made at the same time an id of its own', async () => {
    const both = await Promise.all([make(year), make(year)]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(both.map(({ body }) => body.id))).toEqual(new Set(['2025-26.1', '2025-26.2']));
  });
});

describe('a release', () => {
  it('is read exactly by compiler and auditor, controlled by everybody else', async () => {
    await make(year);
    for (const [role, table] of [
      ['compiler', 'exact'],
      ['auditor', 'exact'],
      ['scrutiny', 'published'],
      ['staff', 'published'],
      [undefined, 'published'],
    ] as const) {
      expect((await door.get('/v1/releases/2025-26.1', role)).body).toMatchObject({ table });
    }
    expect((await door.get('/v1/releases/2025-26.1/aggregates?table=exact', 'staff')).status).toBe(404);
    expect((await door.get('/v1/releases/2025-26.1/aggregates?table=published', 'auditor')).status).toBe(200);
  });

  it('is there for the named roles only until its embargo ends, and who reads it then is accounted for', async () => {
    await make({ ...year, embargoUntil: '2026-07-01T09:30:00+01:00', preReleaseRoles: ['scrutiny'] });
    expect((await door.get('/v1/releases')).body).toEqual({ releases: [] });
    expect((await door.get('/v1/releases/2025-26.1', 'staff')).status).toBe(404);
    expect((await door.get('/v1/releases/2025-26.1/aggregates', 'scrutiny')).status).toBe(200);
    const lines = await door.audit.after(0, 10);
    expect(breachIn(lines)).toBeNull();
    expect(lines.map(({ entry }) => JSON.parse(entry).action)).toContain('read-release-early');
    door.now = Date.parse('2026-07-01T08:30:00Z');
    expect((await door.get('/v1/releases/2025-26.1')).body).toMatchObject({ table: 'published' });
  });

  it.each(['exact', 'published'])('has a manifest of its %s table that shows a flipped byte', async (table) => {
    await make(year);
    const manifest: SignedManifest = (await door.get(`/v1/releases/2025-26.1/manifest?table=${table}`, 'auditor')).body;
    const key = createPublicKey((await door.get('/v1/signing-key')).text);
    const files = await Promise.all(
      manifest.files.map(async ({ name }) => {
        const kept = await door.releases.file('2025-26.1', table, name);
        return { name, bytes: kept?.bytes ?? new Uint8Array() };
      }),
    );
    expect(files).toHaveLength(4);
    expect(verifyManifest(files, manifest, key)).toEqual([]);
    const [first] = files;
    if (first === undefined) throw new Error('there is no file');
    first.bytes[10] = (first.bytes[10] ?? 0) ^ 1;
    expect(verifyManifest(files, manifest, key)).toMatchObject([{ code: 'other-bytes', file: first.name }]);
  });

  it.each(['json', 'csv', 'csvw', 'ods'])('is to be had as %s', async (format) => {
    await make(year);
    const { status, headers } = await door.get(`/v1/releases/2025-26.1/aggregates?format=${format}`);
    expect(status).toBe(200);
    expect(Number(headers['content-length'])).toBeGreaterThan(1_000);
  });

  it('is refused in a format or a table that there is not', async () => {
    await make(year);
    expect((await door.get('/v1/releases/2025-26.1/aggregates?format=pdf')).status).toBe(400);
    expect((await door.get('/v1/releases/2025-26.1/manifest?table=secret')).status).toBe(400);
    expect((await door.get('/v1/releases/2025-26.9')).status).toBe(404);
  });
});
