import { describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions } from 'playwright-core';
import { barriersOn } from './accessibility.testkit.js';
import { asPublicReader, useChromium } from './chromium.testkit.js';

const { open } = useChromium();

/** To look things up in, and to begin with. */
const byTheWay = ['/guide', '/privacy', '/search?q=decision'];

/** For the public: with what was published. */
const publishedPromise = '/commitments/2019/2.3';

function readerOf(path: string): BrowserContextOptions {
  return path === publishedPromise ? asPublicReader() : {};
}

const withEachPart = [
  '/',
  '/live',
  '/live/measure/decisions-in-time',
  '/live/measure/redetermination-outcomes?grain=year',
];

/** What moves or fades, for longer than can be seen. */
const moving = `[...document.querySelectorAll('*')].filter((element) => {
  const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
  const seconds = [transitionDuration, animationDuration].flatMap((list) => list.split(',')).map(parseFloat);
  return scrollBehavior === 'smooth' || seconds.some((second) => second > 0.01);
}).map((element) => element.tagName + '.' + element.getAttribute('class'))`;

/** Strokes of a chart's lines that cannot be told from the page. */
const unseen = `[...document.querySelectorAll('.chart__line, .chart__target, .spark-line path')].filter((line) => {
  const { stroke, fill } = getComputedStyle(line);
  return [stroke, fill].every((colour) => ['none', getComputedStyle(document.body).backgroundColor].includes(colour));
}).length`;

describe('in forced colours', () => {
  it.each([...byTheWay, publishedPromise, '/live', '/live/measure/decisions-in-time'])(
    '%s has no barriers, and its charts can be seen',
    async (path) => {
      const tab = await open(path, { ...readerOf(path), forcedColors: 'active' });
      expect(await barriersOn(tab)).toEqual([]);
      expect(await tab.evaluate<number>(unseen)).toBe(0);
      await tab.close();
    },
  );
});

describe('for readers who want less motion', () => {
  it.each(withEachPart)('nothing on %s moves', async (path) => {
    const tab = await open(path, { reducedMotion: 'reduce' });
    expect(await tab.evaluate<readonly string[]>(moving)).toEqual([]);
    await tab.close();
  });
});

describe('on paper', () => {
  it.each([...withEachPart, ...byTheWay, publishedPromise])(
    '%s has its content without what only a screen can do',
    async (path) => {
      const tab = await open(path, readerOf(path));
      await tab.emulateMedia({ media: 'print' });
      expect(await tab.locator('h1').isVisible()).toBe(true);
      expect(
        await tab.locator('form:visible, button:visible, nav:not(.sections-nav):visible').allTextContents(),
      ).toEqual([]);
      expect(
        await tab
          .getByText(/synthetic data/i)
          .first()
          .isVisible(),
      ).toBe(true);
      await tab.close();
    },
  );

  it('a promise says for the public what was published, and what to do if it is not kept', async () => {
    const tab = await open(publishedPromise, readerOf(publishedPromise));
    await tab.emulateMedia({ media: 'print' });
    for (const part of ['.as-published', '.indicators', '#redress']) {
      expect([part, await tab.locator(part).first().isVisible()]).toEqual([part, true]);
    }
    await tab.close();
  });

  it('a figure has its heading, its chart and its table, which nobody can open there', async () => {
    const tab = await open('/live/measure/decisions-in-time');
    await tab.emulateMedia({ media: 'print' });
    for (const part of ['.figure__heading', 'svg.chart >> visible=true', '.figure__table', '.figure__freshness']) {
      expect([part, await tab.locator(part).first().isVisible()]).toEqual([part, true]);
    }
    await tab.close();
  });
});
