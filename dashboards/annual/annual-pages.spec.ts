import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { LOOK_AS_COOKIE } from '../looking/look-as.parser.js';
import { PagesDoor, wordsOf } from '../pages.testkit.js';

const release = {
  id: '2025-26.1',
  year: '2025-26',
  state: 'provisional',
  note: 'A made-up note.',
  madeAt: '2026-11-20T10:00:00Z',
  asOf: '2026-11-19',
  supersedes: null,
  supersededBy: null,
  table: 'exact',
  embargoUntil: null,
};
const row = {
  framework: 'S3-M58',
  title: 'Staff from everywhere',
  evidence: { kind: 'reported', measure: null, relation: 'direct' },
  value: 0.5,
  numerator: 20,
  denominator: 40,
  interval: null,
  unit: null,
  status: [],
  text: null,
};
const gap = {
  ...row,
  framework: 'S3-M59',
  title: 'Owning up',
  value: null,
  numerator: null,
  denominator: null,
  status: ['x'],
};
const framework = [
  { id: 'S3-M58', section: 'A better future', title: row.title, commitments: [], evidencedBy: [{ kind: 'reported' }] },
  { id: 'S3-M59', section: 'A better future', title: gap.title, commitments: [], evidencedBy: [{ kind: 'reported' }] },
];
const table = { year: '2025-26', asOf: '2026-11-19', table: 'exact', rows: [row, gap] };
const checks = {
  year: '2025-26',
  clear: false,
  checks: [
    { check: 'lag', weight: 'blocks', says: 'Some events are not counted yet.', frameworks: [], measure: null },
    {
      check: 'nothing-filed',
      weight: 'look',
      says: 'Nothing is filed for this.',
      frameworks: ['S3-M59'],
      measure: null,
    },
  ],
};

const door = new PagesDoor();
beforeAll(() => door.open());
beforeEach(() => {
  door.query.beginAgain();
  door.query.answers('/v1/releases', { releases: [release] });
  door.query.answers('/v1/measures', { measures: [], framework });
  door.query.answers('/v1/checks', checks);
  door.query.answers('/v1/aggregates', { ...table, rows: [{ ...row, value: 0.6, numerator: 24 }, gap], warnings: [] });
  door.query.answers('/v1/releases/2025-26.1', {
    ...release,
    definitionsHash: 'd',
    registerHash: 'r',
    summary: 'This is the first release of the year.\n',
  });
  door.query.answers('/v1/releases/2025-26.1/aggregates', table);
});
afterAll(() => door.close());

const form = '6f1c2b1e-0000-4000-8000-00000000000';
let forms = 0;

function send(fields: Readonly<Record<string, string>>, viewer = 'compiler', site = 'same-origin'): request.Test {
  forms += 1;
  return request(door.application.getHttpServer())
    .post('/annual/2025-26/release')
    .set('Cookie', `${LOOK_AS_COOKIE}=${viewer}`)
    .set('Sec-Fetch-Site', site)
    .type('form')
    .send({ form: `${form}${forms}`, state: 'final', note: 'n', embargo: '', ...fields });
}

const others = ['public', 'scrutiny', 'staff', 'auditor', 'admin'] as const;

describe('the years', () => {
  it('say how far each has come, and what blocks it for those at work on it', async () => {
    const text = wordsOf((await door.get('/annual', 'compiler')).text);
    expect(text).toContain('2025-26 has a provisional release');
    expect(text).toContain('2026-27 has no release yet The year has not ended. It may be final from 29 April 2027.');
    expect(text).toContain('1 thing blocks a release.');
    expect(wordsOf((await door.get('/annual', 'public')).text)).not.toContain('blocks a release');
  });

  it('hold for the compiler the checks, what has changed, and what a release would hold', async () => {
    const { status, text } = await door.get('/annual/2025-26', 'compiler');
    expect(status).toBe(200);
    expect(text).toContain('/annual/file?measure=S3-M59&amp;year=2025-26');
    expect(wordsOf(text)).toContain('1 row has changed.');
    expect(wordsOf(text)).toContain('Some events are not counted yet.');
    expect(wordsOf(text)).toContain('Owning up (S3-M59) A reported figure [x]');
  });

  it.each(['public', 'scrutiny', 'staff', 'admin'] as const)(
    'show %s what was released, and why no more',
    async (viewer) => {
      const text = wordsOf((await door.get('/annual/2025-26', viewer)).text);
      expect(text).toContain('Release 2025-26.1 Provisional, made on 20 November 2026, 10:00.');
      expect(text).toContain('open only to those who compile or audit the year');
      expect(door.query.asked.map(({ path }) => path)).not.toContain('/v1/checks?year=2025-26');
    },
  );

  it('are those that have begun, and have the releases that they have', async () => {
    for (const path of [
      '2030-31',
      'x',
      '2025-26/releases/2024-25.1',
      '2025-26/releases/x',
      '2025-26/releases/2025-26.1/x',
    ]) {
      expect((await door.get(`/annual/${path}`, 'compiler')).status).toBe(404);
    }
  });

  it('say that checks cannot be had, and the rest all the same', async () => {
    door.query.refuses('/v1/checks', 503, 'later');
    expect(wordsOf((await door.get('/annual/2025-26', 'compiler')).text)).toContain(
      'The checks cannot be shown just now.',
    );
  });
});

describe('a release', () => {
  it('has its table, its files by the names that the manifest has, and how to check them', async () => {
    const { text } = await door.get('/annual/2025-26/releases/2025-26.1', 'compiler');
    expect(text).toContain('/annual/2025-26/releases/2025-26.1/charter-2025-26.1-exact.ods');
    expect(text).toContain('node verify-release.mjs charter-2025-26.1-exact.manifest.json public-key.pem');
    expect(wordsOf(text)).toContain('0.5 (20 of 40)');
  });

  it('is handed on byte for byte, on behalf of whoever looks', async () => {
    const { status, headers } = await door.get('/annual/2025-26/releases/2025-26.1/charter-2025-26.1.csv', 'public');
    expect({ status, name: headers['content-disposition'] }).toEqual({
      status: 200,
      name: 'attachment; filename=charter-2025-26.1.csv',
    });
    const path = '/v1/releases/2025-26.1/aggregates?format=csv&table=published';
    expect(door.query.asked).toContainEqual({ path, token: null });
  });
});

describe('the public key', () => {
  it('is handed on under the name that the way to check a release says', async () => {
    door.query.answers('/v1/signing-key', 'a made-up key');
    const { status, headers } = await door.get('/annual/public-key.pem', 'public');
    expect({ status, name: headers['content-disposition'] }).toEqual({
      status: 200,
      name: 'attachment; filename=public-key.pem',
    });
  });
});

describe('making a release', () => {
  it.each(others)('is not for %s', async (viewer) => {
    expect((await door.get('/annual/2025-26/release', viewer)).status).toBe(403);
    expect((await send({ step: 'make' }, viewer)).status).toBe(403);
  });

  it('takes nothing from another site', async () => {
    expect((await send({ step: 'make' }, 'compiler', 'cross-site')).status).toBe(403);
  });

  it('shows first what it would hold, and makes nothing', async () => {
    const { status, text } = await send({ step: 'preview', note: '<b>' });
    expect(status).toBe(200);
    expect(wordsOf(text)).toContain('Check the final release of 2025-26');
    expect(text).toContain('name="note" value="&lt;b>"');
    expect(door.query.asked.filter(({ path }) => path === '/v1/releases')).toHaveLength(1);
  });

  it('makes it once, however often the form is sent, and says so', async () => {
    door.query.answers('/v1/releases', { id: '2025-26.2', releases: [release] }, 201);
    const fields = { step: 'make', form: `${form}0` };
    for (const answer of [await send(fields), await send(fields)]) {
      expect(answer.headers['location']).toBe('/annual/2025-26/made?release=2025-26.2');
    }
    const asked = door.query.asked.filter(({ path }) => path === '/v1/releases');
    // The list for each, and one that was made.
    expect(asked).toHaveLength(3);
  });

  it('says beside the field and above all what is wrong', async () => {
    const { status, text } = await send({ step: 'make', embargo: '2020-01-01', state: '' });
    expect(status).toBe(400);
    expect(text).toContain('<title>Error: Make a release of 2025-26');
    expect(text).toContain('href="#embargo"');
    expect(text).toMatch(/id="embargo"[^>]*aria-describedby="embargo-hint embargo-error"[^>]*aria-invalid="true"/);
  });
});
