import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { asPublicReader, becomesTrue, useChromium, windows } from './chromium.testkit.js';

const { open, newVisitor } = useChromium();

/** Marks what can be reached, and keeps how each looks without focus. */
const rememberHowItLooks = `
globalThis.looks = (element) => {
  const { outline, boxShadow, backgroundColor, borderColor, textDecoration } = getComputedStyle(element);
  return JSON.stringify([outline, boxShadow, backgroundColor, borderColor, textDecoration]);
};
const reachable = [...document.querySelectorAll('a[href], button, select, input, summary, [tabindex="0"]')].filter(
  (element) => element.type !== 'hidden' && element.checkVisibility({ visibilityProperty: true }),
);
reachable.forEach((element, index) => {
  element.dataset.reachable = index;
  element.dataset.looks = looks(element);
});
reachable.length`;

const whereFocusIs = `(() => {
  const element = document.activeElement;
  const { reachable, looks: before } = element.dataset;
  const { top, bottom } = element.getBoundingClientRect();
  return {
    place: Number(reachable ?? -1),
    name: element.tagName + ' ' + element.textContent.slice(0, 40),
    isSeen: looks(element) !== before && bottom > 0 && top < innerHeight,
  };
})()`;

interface Place {
  readonly place: number;
  readonly name: string;
  readonly isSeen: boolean;
}

/** For the public: with what was published. */
const publishedPromise = '/commitments/2019/2.3';

/** Presses Tab until focus is on what a selector names. */
async function tabTo(tab: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await tab.keyboard.press('Tab');
    if ((await tab.locator(`${selector}:focus`).count()) === 1) return;
  }
  throw new Error(`focus never came to ${selector}`);
}

describe('by keyboard alone', () => {
  it.each([
    ['/', windows.wide],
    ['/live', windows.narrow],
    ['/live/measure/decisions-in-time', windows.wide],
    ['/live/measure/decisions-in-time', windows.narrow],
    ['/guide', windows.wide],
    ['/guide', windows.narrow],
    ['/privacy', windows.wide],
    ['/search?q=decision', windows.wide],
    ['/search?q=decision', windows.narrow],
    [publishedPromise, windows.wide],
    [publishedPromise, windows.narrow],
  ])('everything on %s can be reached, in order, and is seen to be', async (path, viewport) => {
    const reader = path === publishedPromise ? asPublicReader() : {};
    const tab = await open(path, { ...reader, viewport, reducedMotion: 'reduce' });
    const pause = tab.getByRole('button', { name: 'Pause updates' });
    if (await pause.isVisible()) await pause.click();
    await tab.locator('h1').click();
    const count = await tab.evaluate<number>(rememberHowItLooks);
    const places: Place[] = [];
    await tab.locator('.ds_skip-links__link').focus();
    for (let press = 0; press < count; press += 1) {
      places.push(await tab.evaluate<Place>(whereFocusIs));
      await tab.keyboard.press('Tab');
    }
    expect(places.map(({ place }) => place)).toEqual(places.map((_, index) => index));
    expect(places.filter(({ isSeen }) => !isSeen).map(({ name }) => name)).toEqual([]);
    await tab.close();
  });

  it('the first stop skips to the content', async () => {
    const tab = await open('/live');
    await tab.keyboard.press('Tab');
    expect(await tab.locator(':focus').innerText()).toBe('Skip to main content');
    expect(await tab.locator('.ds_skip-links__link').isVisible()).toBe(true);
    await tab.keyboard.press('Enter');
    await tab.keyboard.press('Tab');
    expect(await tab.locator('main :focus').count()).toBe(1);
    await tab.close();
  });

  it('who is looking can be chosen', async () => {
    const tab = await newVisitor();
    await tab.goto('/live');
    await tabTo(tab, '#look-as-role');
    await tab.keyboard.type('a member');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    await tab.getByText('You are looking as a member of the public').waitFor();
    await tab.close();
  });

  it('figures can be chosen', async () => {
    const tab = await open('/live/measure/decisions-in-time');
    await tabTo(tab, '#choice-grain');
    await tab.keyboard.type('Years');
    await tabTo(tab, '.choice button');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/grain=year/);
    expect(await tab.locator('#the-figure .figure__subtitle').innerText()).toContain('by financial year');
    await tab.close();
  });

  it('a table that is wider than the window can be opened and scrolled', async () => {
    const tab = await open('/live/measure/decisions-in-time', { viewport: windows.narrow });
    await tabTo(tab, '.figure__details summary');
    await tab.keyboard.press('Enter');
    await tabTo(tab, '.figure__scroller');
    await tab.keyboard.press('ArrowRight');
    await becomesTrue(tab, `document.querySelector('.figure__scroller').scrollLeft > 0`);
    await tab.close();
  });

  it('updates can be paused and gone on with', async () => {
    const tab = await open('/live');
    await tabTo(tab, '#live-pause');
    await tab.keyboard.press('Enter');
    expect(await tab.locator('#live-pause').innerText()).toBe('Go on with updates');
    expect(await tab.locator('#live-state').innerText()).toMatch(/^Paused/);
    await tab.keyboard.press('Space');
    expect(await tab.locator('#live-pause').innerText()).toBe('Pause updates');
    await tab.close();
  });
});
