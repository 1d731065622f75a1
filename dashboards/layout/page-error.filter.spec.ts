import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { PAGES, PAGES_BY_THEMSELVES, PagesDoor, wordsOf } from '../pages.testkit.js';

const door = new PagesDoor();
beforeAll(() => door.open());
beforeEach(() => door.query.beginAgain());
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => door.close());

const MEASURE = '/live/measure/decisions-in-time';

describe('where query refuses', () => {
  it.each([
    ['asOf', 'Check the day under “As known on”. It cannot be after today; scrutiny bodies choose a publication step.'],
    ['no-such-member', 'Something in the address of the page does not fit.'],
  ])('a choice because of %s, the page says so in words of its own', async (member, words) => {
    door.query.answers('/v1/observations', { status: 400, detail: 'secret', errors: [{ member }] }, 400);
    const { status, text } = await door.get(`${MEASURE}?asof=2999-01-01`);
    expect(status).toBe(400);
    expect(wordsOf(text)).toContain(`The page cannot be shown for this choice ${words}`);
    expect(text).not.toContain('secret');
  });

  it('because there is no such thing, there is no such page', async () => {
    const { status, text } = await door.get('/live/measure/no-such-measure');
    expect({ status, said: wordsOf(text).includes('There is no such page') }).toEqual({ status: 404, said: true });
    expect((await door.get('/commitments/2019/9.9')).status).toBe(404);
    expect((await door.get('/?edition=1707')).status).toBe(404);
  });

  it('for now, the page says so', async () => {
    door.query.refuses('/v1/attention', 503, 'The figures are still being computed.');
    const { status, text } = await door.get('/live/attention');
    expect(status).toBe(503);
    expect(wordsOf(text)).toContain('The figures cannot be shown just now Try again in a moment.');
  });
});

describe('where nobody foresaw what happened', () => {
  it.each([
    ['query fails', 500, { detail: 'SELECT secret FROM inside' }],
    ['query answers what is no JSON', 200, 'secret {'],
    ['query answers something else', 200, { secret: 'inside' }],
  ])('because %s, the page says nothing of what is inside, and the log does', async (_story, status, body) => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    door.query.answers('/v1/attention', body, status);
    const { status: answered, headers, text } = await door.get('/live/attention');
    expect(answered).toBe(500);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('Something went wrong here');
    expect(text).not.toMatch(/secret|inside|TypeError|SyntaxError|\.tsx?:/);
    expect(logged).toHaveBeenCalledTimes(1);
  });
});

describe('where query cannot be reached', () => {
  const alone = new PagesDoor();
  beforeAll(() => alone.open({ queryUrl: () => 'http://127.0.0.1:9' }));
  afterAll(() => alone.close());

  it.each(PAGES)('%s says that it cannot be shown just now', async (path) => {
    const { status, headers, text } = await alone.get(path);
    expect({ status, cache: headers['cache-control'] }).toEqual({ status: 503, cache: 'no-store' });
    expect(wordsOf(text)).toContain('The figures cannot be shown just now Try again in a moment.');
  });

  it.each(PAGES_BY_THEMSELVES)('%s is there all the same', async (path) => {
    expect((await alone.get(path)).status).toBe(200);
  });
});

describe('an address that is no page', () => {
  it.each(['/nowhere', '/live/nowhere', '/commitments/2019', '/v1nowhere'])(
    '%s is answered with a page',
    async (path) => {
      const { status, headers, text } = await door.get(path);
      expect({ status, type: headers['content-type'] }).toEqual({ status: 404, type: 'text/html; charset=utf-8' });
      expect(wordsOf(text)).toContain('There is no such page');
    },
  );

  it.each(['/v1/nowhere', '/v1', '/health/nowhere', '/metrics/nowhere'])(
    '%s is answered for programs',
    async (path) => {
      const { status, headers, body } = await door.get(path);
      expect(headers['content-type']).toMatch(/^application\/problem\+json/);
      expect({ status, body }).toMatchObject({ status: 404, body: { status: 404 } });
    },
  );
});
