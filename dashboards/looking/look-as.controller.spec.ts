import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { PagesDoor, wordsOf } from '../pages.testkit.js';
import { LOOK_AS_COOKIE } from './look-as.parser.js';
import { VIEWERS, viewerNames } from './looking.fact.js';

const door = new PagesDoor();
const withoutSwitch = new PagesDoor();
beforeAll(() => Promise.all([door.open(), withoutSwitch.open({ hasSwitch: false })]));
afterAll(() => Promise.all([door.close(), withoutSwitch.close()]));

describe('the switch for who is looking', () => {
  it.each(VIEWERS)('keeps %s in a cookie that no script can read and no other site sends', async (viewer) => {
    const { status, headers } = await door.lookAs({ role: viewer, from: '/live?group=contact' });
    expect({ status, location: headers['location'] }).toEqual({ status: 303, location: '/live?group=contact' });
    expect(headers['set-cookie']).toEqual([`${LOOK_AS_COOKIE}=${viewer}; Path=/; HttpOnly; SameSite=Strict`]);
  });

  it('goes back to no other site', async () => {
    const { status, headers } = await door.lookAs({ role: 'public', from: '//evil.example' });
    expect({ status, location: headers['location'] }).toEqual({ status: 303, location: '/' });
  });

  it.each([
    ['a role that cannot look at pages', { role: 'producer', from: '/' }],
    ['a role that there is not', { role: 'king', from: '/' }],
    ['no role', { from: '/' }],
  ])('knows no page for %s', async (_story, form) => {
    const { status, headers, text } = await door.lookAs(form);
    expect({ status, type: headers['content-type'] }).toEqual({ status: 404, type: 'text/html; charset=utf-8' });
    expect(wordsOf(text)).toContain('There is no such page');
    expect(headers['set-cookie']).toBeUndefined();
  });

  it.each(['application/json', 'text/plain', ''])('knows no page for what is no form: %j', async (type) => {
    const asked = request(door.application.getHttpServer()).post('/look-as');
    const { status, headers } = await (type === '' ? asked : asked.type(type).send('{"role":"admin"}'));
    expect({ status, cookie: headers['set-cookie'] }).toEqual({ status: 404, cookie: undefined });
  });

  it('says on each page who is looking, and whether they said so', async () => {
    for (const viewer of VIEWERS) {
      const { text } = await door.get('/live/attention', viewer);
      expect(text).toContain(`<option value="${viewer}" selected>${viewerNames[viewer]}`);
      expect(text).toContain('>You are looking as<');
    }
    const { text } = await door.get('/live/attention');
    expect(text).toContain('<option value="staff" selected>');
    expect(text).toContain('>Nobody has signed in, so you are looking as<');
  });
});

describe('without the switch', () => {
  it('nobody can choose who they are', async () => {
    const { status, headers } = await withoutSwitch.lookAs({ role: 'admin', from: '/' });
    expect({ status, cookie: headers['set-cookie'] }).toEqual({ status: 404, cookie: undefined });
  });

  it('a cookie from elsewhere changes nothing, and no page offers the choice', async () => {
    withoutSwitch.query.beginAgain();
    const { text } = await withoutSwitch.get('/live/attention', 'admin');
    expect(new Set(withoutSwitch.query.asked.map(({ token }) => token))).toEqual(new Set(['demo-staff']));
    expect(text).not.toContain('look-as');
  });
});
