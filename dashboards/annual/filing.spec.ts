import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { LOOK_AS_COOKIE } from '../looking/look-as.parser.js';
import { PagesDoor, wordsOf } from '../pages.testkit.js';

const door = new PagesDoor();
beforeAll(() => door.open());
beforeEach(() => {
  door.query.beginAgain();
  door.query.answers('/v1/measures', { framework });
  door.query.answers('/v1/events', { accepted: 1, rejected: [] }, 202);
});
afterAll(() => door.close());

const framework = [
  {
    id: 'S3-M58',
    section: 'A better future',
    title: 'Staff from everywhere',
    commitments: [{ edition: '2019', id: '3.4' }],
    evidencedBy: [{ kind: 'reported' }, { kind: 'narrative' }],
  },
  { id: 'S1-M01', section: 'Ours', title: 'Kindly', commitments: [], evidencedBy: [{ kind: 'survey' }] },
];

const form = '6f1c2b1e-0000-4000-8000-000000000001';
const good = { measure: 'S3-M58', kind: 'figure', form, year: '2025-26', value: '0.5' };

function file(fields: Readonly<Record<string, string>>, viewer = 'compiler', site = 'same-origin'): request.Test {
  return request(door.application.getHttpServer())
    .post('/annual/file')
    .set('Cookie', `${LOOK_AS_COOKIE}=${viewer}`)
    .set('Sec-Fetch-Site', site)
    .type('form')
    .send(fields);
}

const sent = (): number => door.query.asked.filter(({ path }) => path === '/v1/events').length;

describe('the form for filing', () => {
  it('offers the measures that something is filed for, and no others', async () => {
    const { status, text } = await door.get('/annual/file', 'compiler');
    expect(status).toBe(200);
    expect(text).toContain('/annual/file?measure=S3-M58');
    expect(text).not.toContain('S1-M01');
  });

  it.each(['public', 'scrutiny', 'staff', 'auditor', 'admin'] as const)('is not for %s', async (viewer) => {
    expect((await door.get('/annual/file', viewer)).status).toBe(403);
    expect((await file(good, viewer)).status).toBe(403);
    expect(sent()).toBe(0);
  });

  it('is not there for what is counted, nor for what there is not', async () => {
    for (const measure of ['S1-M01', 'S9-M99']) {
      expect((await door.get(`/annual/file?measure=${measure}`, 'compiler')).status).toBe(404);
    }
  });

  it('sends what was filed as the compiler, and goes on to say so', async () => {
    const { status, headers } = await file(good);
    expect({ status, location: headers['location'] }).toEqual({
      status: 303,
      location: '/annual/filed?measure=S3-M58&year=2025-26',
    });
    expect(door.query.asked).toContainEqual({ path: '/v1/events', token: 'demo-compiler' });
    const { text } = await door.get('/annual/filed?measure=S3-M58&year=2025-26', 'compiler');
    expect(wordsOf(text)).toContain('has been taken');
    expect(text).toContain('/commitments/2019/3.4');
  });

  it('says beside each field, and above all of them, what is wrong, and keeps what was typed', async () => {
    const { status, text } = await file({ ...good, value: '52% <b>', numerator: 'many' });
    expect(status).toBe(400);
    expect(sent()).toBe(0);
    expect(text).toContain('<title>Error: File a figure for S3-M58');
    expect(text).toContain('href="#value"');
    expect(text).toMatch(/id="value"[^>]*aria-describedby="value-hint value-error"[^>]*aria-invalid="true"/);
    expect(text).toContain('52% &lt;b>');
    expect(text).toContain(form);
  });

  it.each([
    [403, 403, 'You may not file this'],
    [503, 503, 'It cannot be filed just now'],
    [400, 400, 'does not fit'],
  ])('tells in words that intake answered %i', async (answered, status, words) => {
    door.query.answers('/v1/events', { errors: [{ path: '/data/value' }] }, answered);
    const answer = await file(good);
    expect(answer.status).toBe(status);
    expect(wordsOf(answer.text)).toContain(words);
  });

  it('takes nothing from another site', async () => {
    expect((await file(good, 'compiler', 'cross-site')).status).toBe(403);
    expect(sent()).toBe(0);
  });

  it('refuses a form that is too large', async () => {
    expect((await file({ ...good, note: 'n'.repeat(70_000) })).status).toBe(413);
  });
});
