import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { publicPages } from '../pages.settings.js';
import { PagesDoor, wordsOf } from '../pages.testkit.js';
import { isHintHidden } from './guide-hint.parser.js';

const door = new PagesDoor();
beforeAll(() => door.open());
afterAll(() => door.close());

describe('the hint on the front page', () => {
  it('points a first visitor to the guide, and can be put away', async () => {
    expect(wordsOf((await door.get('/')).text)).toContain('Is this your first visit?');
    const put = await request(door.application.getHttpServer()).post('/guide/hint');
    expect({ status: put.status, to: put.headers['location'] }).toEqual({ status: 303, to: '/' });
    const [cookie = ''] = put.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^charter-guide=hidden; Max-Age=31536000; Path=\/; .*HttpOnly; SameSite=Strict$/);
    const { text } = await door.get('/').set('Cookie', 'charter-guide=hidden');
    expect(wordsOf(text)).not.toContain('Is this your first visit?');
    expect(text).toContain('<a href="/guide">A first visit in four steps</a>');
  });

  it.each([
    [undefined, false],
    ['charter-look-as=staff', false],
    ['charter-guide=hidden', true],
    ['charter-look-as=staff; charter-guide=hidden', true],
    ['not-charter-guide=hidden', false],
    ['charter-guide=hiddenness', false],
  ])('is put away where the cookies %j say so', (cookies, isHidden) => {
    expect(isHintHidden(cookies)).toBe(isHidden);
  });
});

describe('the guide', () => {
  it.each(['/', '/live', '/privacy', '/nowhere'])('can be found from %s', async (path) => {
    const { text } = await door.get(path).set('Cookie', 'charter-guide=hidden');
    expect(text).toContain('<a class="footer-places__link" href="/guide">Show me around</a>');
  });

  it('leads to each part of the site as one who uses it', async () => {
    const { text } = await door.get('/guide');
    const fields = [...text.matchAll(/<input type="hidden" name="(role|from)" value="([^"]+)"/g)].map(
      ([, , value]) => value,
    );
    expect(fields.slice(-8)).toEqual([
      ...['staff', '/live', 'scrutiny', '/scrutiny/decisions-in-time'],
      ...['compiler', '/annual', 'public', '/'],
    ]);
    const { status, headers } = await door.lookAs({ role: 'compiler', from: '/annual' });
    expect({ status, to: headers['location'] }).toEqual({ status: 303, to: '/annual' });
  });
});

describe('where nobody can choose who is looking', () => {
  const signedIn = new PagesDoor();
  beforeAll(() => signedIn.open({ ...publicPages(() => signedIn.query.address) }));
  afterAll(() => signedIn.close());

  it('there is no guide, and no hint', async () => {
    expect((await signedIn.get('/guide')).status).toBe(404);
    expect((await request(signedIn.application.getHttpServer()).post('/guide/hint')).status).toBe(404);
    const { text } = await signedIn.get('/');
    expect(text).not.toContain('/guide');
  });
});
