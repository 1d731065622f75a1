import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { LocalProvider } from '../../libs/access/oidc-provider.testkit.js';
import { PagesDoor, wordsOf } from '../pages.testkit.js';
import { signInPages, type SignIn } from '../pages.settings.js';
import { Browser } from './browser.testkit.js';
import { Sealing } from './sealed.codec.js';

const KEY = new Uint8Array(32).fill(7);
const roles = (...named: readonly string[]): Readonly<Record<string, unknown>> => ({ realm_access: { roles: named } });

describe('signing in on the pages', () => {
  const provider = new LocalProvider();
  const door = new PagesDoor();
  const settings = { address: '', issuer: '' };
  let browser: Browser;

  /** Where the pages are is known only once they are there. */
  const signIn: SignIn = {
    get issuer() {
      return settings.issuer;
    },
    get pagesUrl() {
      return settings.address;
    },
    audience: 'charter',
    roles: 'realm_access.roles',
    clientId: 'pages',
    clientSecret: 'a secret of no worth',
    cookieKey: KEY,
  };

  beforeAll(async () => {
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    await door.open({ ...signInPages(signIn, () => door.query.address) }, undefined, Date.now);
    settings.address = (await door.address()).replace('[::1]', '127.0.0.1');
    await provider.open({ id: 'pages', secret: 'a secret of no worth', address: settings.address });
    settings.issuer = provider.issuer;
  });

  beforeEach(() => {
    browser = new Browser();
    provider.isRefusing = false;
    provider.claims = roles('charter-staff');
    door.query.beginAgain();
  });

  afterAll(async () => {
    await door.close();
    await provider.close();
  });

  const at = (path: string): string => `${settings.address}${path}`;
  const tokensAsked = (): ReadonlySet<string | null> => new Set(door.query.asked.map(({ token }) => token));

  it('is offered on a page, which is the public’s until then', async () => {
    const text = await (await browser.ask(at('/live/attention?a=1'))).text();
    expect(text).toContain('href="/sign-in?from=%2Flive%2Fattention%3Fa%3D1"');
    expect(tokensAsked()).toEqual(new Set([null]));
  });

  it('leads to the issuer and back to the page, which asks with the reader’s own token', async () => {
    const passed: string[] = [];
    const page = await browser.go(at('/sign-in?from=/live/attention'), passed);
    expect(page.url).toBe(at('/live/attention'));
    expect(page.status).toBe(200);
    const asked = new URL(passed[0] ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^.{43}$/),
      nonce: expect.stringMatching(/^.{43}$/),
    });
    const text = await page.text();
    expect(wordsOf(text)).toContain('You are signed in as agency staff');
    const [token] = [...tokensAsked()];
    expect(tokensAsked().size).toBe(1);
    expect(token?.split('.')).toHaveLength(3);
    expect(text + passed.join(' ')).not.toContain(token ?? 'no token');
  });

  it('keeps the token in a cookie that shows nothing of it, no script can read and no other site’s form sends', async () => {
    const [left, back] = await signInBySteps();
    for (const cookie of [...left.headers.getSetCookie(), ...back.headers.getSetCookie()]) {
      expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
      expect(cookie).toContain('; Path=/;');
    }
    const session = browser.cookie(settings.address, 'charter-session') ?? '';
    expect(session.split('.')).toHaveLength(5);
    expect(back.headers.get('cache-control')).toBe('no-store');
    const opened = await new Sealing(KEY, Date.now).open('session', session);
    expect(opened).toEqual({ token: expect.any(String), viewer: 'staff' });
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never comes back to %s',
    async (from) => {
      const page = await browser.go(at(`/sign-in?from=${encodeURIComponent(from)}`));
      expect(page.url).toBe(at('/'));
    },
  );

  it('is refused in a browser that did not begin it, and with an answer to something else', async () => {
    const passed: string[] = [];
    await browser.go(at('/sign-in'), passed);
    const answer = passed.find((address) => address.includes('/sign-in/back')) ?? '';
    const elsewhere = new Browser();
    expect((await elsewhere.ask(answer)).status).toBe(400);
    await elsewhere.ask(at('/sign-in'));
    const other = await elsewhere.ask(answer);
    expect(other.status).toBe(403);
    expect(wordsOf(await other.text())).toContain('did not confirm who you are');
    expect(elsewhere.cookie(settings.address, 'charter-session')).toBeNull();
  });

  it.each(['id_token=x', 'token=x', 'response=x', 'code=1&code=2', 'error=%00', ''])(
    'is refused with an answer that nobody asked for, never taken for an issuer that is away: %s',
    async (query) => {
      await browser.ask(at('/sign-in'));
      expect((await browser.ask(at(`/sign-in/back?${query}`))).status).toBe(403);
    },
  );

  it('happens once for an answer: the second time it is nobody’s', async () => {
    const passed: string[] = [];
    await browser.go(at('/sign-in'), passed);
    const answer = passed.find((address) => address.includes('/sign-in/back')) ?? '';
    expect((await browser.ask(answer)).status).toBe(400);
  });

  it.each([
    ['the issuer refuses', () => (provider.isRefusing = true), 'did not confirm who you are'],
    ['no role was given', () => (provider.claims = roles('offline_access')), 'no role'],
    ['the role is a program’s', () => (provider.claims = roles('charter-producer')), 'no role'],
  ])('is refused where %s', async (_story, prepare, words) => {
    prepare();
    const page = await browser.go(at('/sign-in?from=/live'));
    expect(page.status).toBe(403);
    expect(wordsOf(await page.text())).toContain(words);
    expect(browser.cookie(settings.address, 'charter-session')).toBeNull();
  });

  it('ends with signing out, which forgets and says where else to sign out', async () => {
    await browser.go(at('/sign-in'));
    const elsewhere = await browser.ask(at('/sign-out'), {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(elsewhere.status).toBe(403);
    expect(browser.cookie(settings.address, 'charter-session')).not.toBeNull();
    const out = await browser.ask(at('/sign-out'), { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } });
    expect(out.status).toBe(200);
    expect(await out.text()).toContain(`href="${provider.issuer}/session/end?`);
    expect(browser.cookie(settings.address, 'charter-session')).toBeNull();
    door.query.beginAgain();
    await browser.ask(at('/live/attention'));
    expect(tokensAsked()).toEqual(new Set([null]));
  });

  it('ends by itself: a cookie that has lasted too long, was changed or was made elsewhere is as good as none', async () => {
    const late = await new Sealing(KEY, () => Date.now() - 400_000).seal(
      'session',
      { token: 'x', viewer: 'staff' },
      300,
    );
    const forged = await new Sealing(new Uint8Array(32), Date.now).seal(
      'session',
      { token: 'x', viewer: 'admin' },
      300,
    );
    for (const cookie of [late, forged, `${late}A`, 'nothing', '']) {
      browser.set(settings.address, 'charter-session', cookie);
      expect(wordsOf(await (await browser.ask(at('/live/attention'))).text())).toContain('Nobody has signed in');
    }
    expect(tokensAsked()).toEqual(new Set([null]));
  });

  async function signInBySteps(): Promise<readonly [Response, Response]> {
    const left = await browser.ask(at('/sign-in'));
    let back = left;
    while (!back.url.includes('/sign-in/back')) {
      back = await browser.ask(new URL(back.headers.get('location') ?? '', back.url).href);
    }
    return [left, back];
  }
});

describe('where nobody can sign in', () => {
  const demo = new PagesDoor();
  const away = new PagesDoor();
  const signIn = { audience: 'charter', roles: 'roles', clientId: 'pages', clientSecret: null, cookieKey: KEY };
  const nowhere = { ...signIn, issuer: 'http://127.0.0.1:9', pagesUrl: 'https://pages.example' };
  beforeAll(() => Promise.all([demo.open(), away.open(signInPages(nowhere, () => away.query.address))]));
  afterAll(() => Promise.all([demo.close(), away.close()]));

  it.each(['/sign-in', '/sign-in/back?code=a&state=b'])('the demo has no page %s', async (path) => {
    expect((await demo.get(path)).status).toBe(404);
  });

  it('because the issuer is away, a page says so, and the others are there', async () => {
    const { status, text } = await away.get('/sign-in');
    expect({ status, words: wordsOf(text) }).toEqual({
      status: 503,
      words: expect.stringContaining('does not answer'),
    });
    expect((await away.get('/live/attention')).status).toBe(200);
  });
});
