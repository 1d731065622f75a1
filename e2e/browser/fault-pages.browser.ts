import { describe, expect, it } from '@jest/globals';
import { useChromium } from './chromium.testkit.js';
import { theSite } from './site.testkit.js';

const { newVisitor } = useChromium();

const inside = /\bat \S+ \(|node_modules|\/dist\/|Exception|Error:|undefined|NaN|\[object|application\/json|\bcube\b/;

describe('instead of a page that cannot be had', () => {
  it.each([
    ['an unknown measure', '/live/measure/nothing-of-the-kind', 404],
    ['a measure with a hostile name', '/live/measure/..%2F..%2Fv1%2Fstatus', 404],
    ['an unknown promise', '/commitments/2019/99.9', 404],
    ['an unknown edition', '/commitments/1919/2.2', 404],
    ['an edition of the list that is not there', '/?edition=1919', 404],
    ['a choice that is not counted together', '/live/measure/decisions-in-time?channel=online&area=S12000033', 400],
    ['an unknown benefit', '/live/measure/decisions-in-time?benefit=NONE', 400],
    ['dates the wrong way round', '/live/measure/decisions-in-time?from=2026-06-01&to=2026-01-01', 400],
    ['a date that is none', '/live/measure/decisions-in-time?from=yesterday', 400],
    ['a day to come', '/live/measure/decisions-in-time?asof=2099-01-01', 400],
    ['nothing at all', '/nowhere', 404],
    ['an asset that is not there', '/assets/site.000000000000.css', 404],
  ])('%s is told in words', async (_, path, status) => {
    const tab = await newVisitor();
    const response = await tab.goto(path);
    expect(response?.status()).toBe(status);
    expect(response?.headers()['content-type']).toMatch(/^text\/html/);
    const words = await tab.locator('main').innerText();
    expect(words).toMatch(/\w+ \w+ \w+/);
    expect(words).not.toMatch(inside);
    expect(await tab.locator('main a[href="/"]').count()).toBe(1);
    await tab.close();
  });

  it.each(['/v1/nowhere', '/health/nowhere'])('programs are answered by %s as everywhere', async (path) => {
    const response = await fetch(new URL(path, theSite()));
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await response.json()).toMatchObject({ status: 404 });
  });
});
