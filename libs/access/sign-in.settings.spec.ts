import { describe, expect, it } from '@jest/globals';
import { cookieKeyRefusal, pagesUrlRefusal, signInFaults, signInOf } from './sign-in.settings.js';

const KEY = Buffer.alloc(32, 7).toString('base64');
const none = { clientId: '', clientSecret: '', cookieKey: '', pagesUrl: '' };
const whole = { clientId: 'pages', clientSecret: 'secret', cookieKey: KEY, pagesUrl: 'https://pages.example/' };

describe('signing in on the pages', () => {
  it.each([KEY, Buffer.alloc(32, 251).toString('base64url')])('takes the cookie key %s', (key) => {
    expect(cookieKeyRefusal(key)).toBeNull();
  });

  it.each(['', 'x', `${KEY}A`, Buffer.alloc(31, 7).toString('base64'), Buffer.alloc(33, 7).toString('base64')])(
    'refuses the cookie key %j, and does not repeat it',
    (key) => {
      const refusal = cookieKeyRefusal(key);
      expect(refusal).toContain('32 random bytes');
      if (key.length > 1) expect(refusal).not.toContain(key);
    },
  );

  it.each(['https://pages.example', 'https://pages.example/', 'http://127.0.0.1:3000', 'http://localhost:3000/'])(
    'takes the address %s',
    (address) => expect(pagesUrlRefusal(address)).toBeNull(),
  );

  it.each(['', 'pages.example', 'http://pages.example', 'https://pages.example/live', 'https://a:b@pages.example'])(
    'refuses the address %j',
    (address) => expect(pagesUrlRefusal(address)).toContain('must be an https address'),
  );

  it('needs all of its settings or none', () => {
    expect(signInFaults(none, true)).toEqual([]);
    expect(signInFaults(whole, true)).toEqual([]);
    expect(signInFaults({ ...whole, cookieKey: '', pagesUrl: '' }, true)).toEqual([
      expect.stringContaining('CHARTER_COOKIE_KEY'),
      expect.stringContaining('CHARTER_PAGES_URL'),
    ]);
    expect(signInFaults({ ...whole, clientId: '' }, true)).toEqual([expect.stringContaining('CHARTER_OIDC_CLIENT_ID')]);
    expect(signInFaults(whole, false)).toEqual([expect.stringContaining('demo')]);
  });

  it('is read as it was given', () => {
    expect(signInOf(none)).toBeNull();
    expect(signInOf({ ...whole, clientSecret: '' })).toEqual({
      clientId: 'pages',
      clientSecret: null,
      cookieKey: new Uint8Array(32).fill(7),
      pagesUrl: 'https://pages.example',
    });
  });
});
