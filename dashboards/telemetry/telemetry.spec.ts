import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { PAGES, PAGES_BY_THEMSELVES, PagesDoor, wordsOf } from '../pages.testkit.js';
import { CONSENT_COOKIE, consentOf } from './consent.parser.js';

const asked = new PagesDoor();
const unasked = new PagesDoor();
beforeAll(() => Promise.all([asked.open({ faroUrl: 'https://faro.example/collect/key' }), unasked.open()]));
afterAll(() => Promise.all([asked.close(), unasked.close()]));

const QUESTION = 'May your browser tell us';
const pages = [...PAGES, ...PAGES_BY_THEMSELVES];

function scriptsOf(html: string): readonly string[] {
  return [...html.matchAll(/<script[^>]* src="\/assets\/([a-z-]+)/g)].map(([, name = '']) => name);
}

function answer(door: PagesDoor, form: Readonly<Record<string, string>>, site = 'same-origin'): request.Test {
  const sent = request(door.application.getHttpServer()).post('/privacy/telemetry').set('Sec-Fetch-Site', site);
  return sent.type('form').send(form);
}

describe('where there is nobody to tell', () => {
  it.each(pages)(
    '%s asks nothing, loads nothing and may speak to nobody else, whatever a cookie says',
    async (path) => {
      const { text, headers } = await unasked.get(path).set('Cookie', `${CONSENT_COOKIE}=yes`);
      expect(wordsOf(text)).not.toContain(QUESTION);
      expect(text).not.toContain(CONSENT_COOKIE);
      expect(scriptsOf(text)).not.toContain('faro-web-sdk');
      expect(headers['content-security-policy']).toContain("connect-src 'self';");
    },
  );

  it('nobody can answer', async () => {
    const { status, headers } = await answer(unasked, { answer: 'yes', from: '/' });
    expect({ status, cookie: headers['set-cookie'] }).toEqual({ status: 404, cookie: undefined });
  });
});

describe('where browsers may tell how pages fare', () => {
  it.each(pages)('%s asks until it is answered, and loads what tells only after a yes', async (path) => {
    for (const [consent, asks, tells] of [
      [null, true, false],
      ['no', path === '/privacy', false],
      ['yes', path === '/privacy', true],
      ['maybe', true, false],
    ] as const) {
      const page = asked.get(path);
      const { text } = await (consent === null ? page : page.set('Cookie', `${CONSENT_COOKIE}=${consent}`));
      expect([consent, wordsOf(text).includes(QUESTION)]).toEqual([consent, asks]);
      expect([consent, scriptsOf(text).filter((name) => name !== 'live')]).toEqual([
        consent,
        tells ? ['faro-web-sdk', 'telemetry'] : [],
      ]);
      expect(text.includes('data-telemetry-to="https://faro.example/collect/key"')).toBe(tells);
    }
  });

  it('their host is the only other one in the policy, and only to connect to', async () => {
    const { headers } = await asked.get('/');
    const policy = String(headers['content-security-policy']);
    expect(policy.split(';').filter((directive) => directive.includes('faro'))).toEqual([
      "connect-src 'self' https://faro.example",
    ]);
  });

  it('a page in place of one that is not there asks nothing and tells nothing: its address may hold anything', async () => {
    for (const consent of ['', 'yes']) {
      const { status, text } = await asked.get('/nowhere/CASE-1').set('Cookie', `${CONSENT_COOKIE}=${consent}`);
      expect({ status, scripts: scriptsOf(text) }).toEqual({ status: 404, scripts: [] });
      expect(wordsOf(text)).not.toContain(QUESTION);
    }
  });

  it.each(['yes', 'no'])('%s is as easy as the other, and is kept for a year', async (consent) => {
    const { text } = await asked.get('/live?group=contact');
    expect(text).toContain('<form class="consent__form" method="post" action="/privacy/telemetry">');
    expect(text).toContain(`name="answer" value="${consent}"`);
    const { status, headers } = await answer(asked, { answer: consent, from: '/live?group=contact' });
    expect({ status, to: headers['location'] }).toEqual({ status: 303, to: '/live?group=contact' });
    const [cookie = ''] = headers['set-cookie'] ?? [];
    expect(cookie).toMatch(
      new RegExp(`^${CONSENT_COOKIE}=${consent}; Max-Age=31536000; Path=/; .*HttpOnly; SameSite=Lax$`),
    );
  });

  it.each([
    ['an answer that there is not', { answer: 'maybe', from: '/' }],
    ['no answer', { from: '/' }],
  ])('knows no page for %s', async (_story, form) => {
    const { status, headers } = await answer(asked, form);
    expect({ status, cookie: headers['set-cookie'] }).toEqual({ status: 404, cookie: undefined });
  });

  it('no other site can answer for a reader, nor lead them away', async () => {
    for (const site of ['cross-site', 'same-site', 'none']) {
      const { status, headers } = await answer(asked, { answer: 'yes', from: '/' }, site);
      expect({ status, cookie: headers['set-cookie'] }).toEqual({ status: 403, cookie: undefined });
    }
    const { headers } = await answer(asked, { answer: 'no', from: '//evil.example' });
    expect(headers['location']).toBe('/');
  });

  it.each([
    [null, 'You have not said yet, so nothing is sent.'],
    ['yes', 'You said yes. You can change that at any time.'],
    ['no', 'You said no, so nothing is sent. You can change that at any time.'],
  ])('the page on privacy says what is sent, to whom, and what was answered: %s', async (consent, words) => {
    const page = asked.get('/privacy');
    const { text } = await (consent === null ? page : page.set('Cookie', `${CONSENT_COOKIE}=${consent}`));
    expect(wordsOf(text)).toContain('It tells faro.example and nobody else.');
    expect(wordsOf(text)).toContain(words);
    expect(text.match(/action="\/privacy\/telemetry"/g)).toHaveLength(1);
    expect(text).toContain(CONSENT_COOKIE);
  });
});

describe('consent', () => {
  it.each([
    [undefined, null],
    ['charter-look-as=staff', null],
    [`${CONSENT_COOKIE}=yes`, 'yes'],
    [`charter-look-as=staff; ${CONSENT_COOKIE}=no`, 'no'],
    [`not-${CONSENT_COOKIE}=yes`, null],
    [`${CONSENT_COOKIE}=yes2`, null],
    [`${CONSENT_COOKIE}=`, null],
  ])('is what the cookies %j say', (cookies, consent) => {
    expect(consentOf(cookies)).toBe(consent);
  });
});
