import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LOOK_AS_COOKIE } from './looking/look-as.parser.js';
import { pagesFor, publicPages } from './pages.settings.js';
import { PagesDoor } from './pages.testkit.js';

const issuer = { scheme: 'oidc', issuer: 'https://issuer.example', audience: 'charter', roles: 'roles' } as const;

describe('pages where tokens come from an issuer', () => {
  const door = new PagesDoor();
  beforeAll(() => door.open({ ...publicPages(() => door.query.address) }));
  afterAll(() => door.close());

  it('ask as the public, whatever a cookie says, and offer no choice', async () => {
    const { text } = await door.get('/live/attention', 'admin');
    expect(door.query.asked.length).toBeGreaterThan(0);
    expect(door.query.asked.filter(({ token }) => token !== null)).toEqual([]);
    expect(text).not.toContain(LOOK_AS_COOKIE);
    expect(text).not.toContain('look-as');
  });

  it('have no token for anybody', () => {
    const { tokenOf, hasSwitch, unasked } = pagesFor(issuer, () => '');
    expect({ token: tokenOf('admin'), hasSwitch, unasked }).toEqual({
      token: null,
      hasSwitch: false,
      unasked: { as: 'public', isChosen: false },
    });
  });

  it('are the demo’s only in the demo', () => {
    expect(pagesFor({ scheme: 'demo' }, () => '').hasSwitch).toBe(true);
  });
});
