import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PagesDoor, wordsOf } from '../pages.testkit.js';

const door = new PagesDoor();
beforeAll(() => door.open());
afterAll(() => door.close());

describe('the search', () => {
  it.each([
    ['PROMISE 2.2', '/commitments/2019/2.2'],
    ['s2-m31', '/scrutiny/S2-M31'],
    ['provisional', '/glossary#provisional'],
    ['decisions', '/methods#decisions-in-time'],
  ])('for %s finds %s', async (words, href) => {
    const { status, text } = await door.get(`/search?q=${encodeURIComponent(words)}`);
    expect(status).toBe(200);
    expect(text).toContain(`<a href="${href}">`);
  });

  it('keeps what was asked in its field, and it is text and nothing else', async () => {
    const { text } = await door.get(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('value="&quot;>&lt;script>alert(1)&lt;/script>"');
    expect(wordsOf(text)).toContain('Nothing was found');
  });

  it.each(['/search', '/search?q=', '/search?q=+', '/search?q=a&q=b'])(
    '%s asks for nothing, and says what to try',
    async (path) => {
      const { status, text } = await door.get(path);
      expect(status).toBe(200);
      expect(wordsOf(text)).toContain('Try one plain word');
      expect(wordsOf(text)).not.toContain('Nothing was found');
    },
  );

  it('can be begun on every page, but twice on none', async () => {
    expect((await door.get('/')).text.match(/role="search"/g)).toHaveLength(1);
    expect((await door.get('/search?q=call')).text.match(/role="search"/g)).toHaveLength(1);
  });
});
