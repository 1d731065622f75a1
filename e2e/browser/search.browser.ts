import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOn, pixelsOutside } from './accessibility.testkit.js';
import { useChromium, windows } from './chromium.testkit.js';
import { complaintsOf } from './complaints.testkit.js';

const { newVisitor } = useChromium();

/** How many results a page says that it has. */
async function resultsOn(tab: Page): Promise<number> {
  const [, said = '0'] = /(\d+) results? for/.exec(await tab.locator('main').innerText()) ?? [];
  expect(await tab.locator('main .standings__item').count()).toBe(Number(said));
  return Number(said);
}

describe('in a wide window', () => {
  it.each([true, false])('words are looked for from the header of any page, with JavaScript: %p', async (script) => {
    const tab = await newVisitor({ viewport: windows.wide, javaScriptEnabled: script });
    const complaints = await complaintsOf(tab);
    for (const path of ['/', '/live', '/nowhere']) {
      await tab.goto(path);
      expect(await tab.getByRole('link', { name: 'Search', exact: true }).count()).toBe(0);
      await tab.getByRole('searchbox', { name: 'Search for' }).fill('decision');
      await tab.getByRole('banner').getByRole('button', { name: 'Search' }).click();
      await tab.waitForURL(/\/search\?q=decision$/);
      expect(await resultsOn(tab)).toBeGreaterThan(3);
    }
    expect(complaints).toEqual([]);
    await tab.close();
  });

  it('by keyboard alone, to a result', async () => {
    const tab = await newVisitor({ viewport: windows.wide });
    await tab.goto('/');
    await tab.getByRole('link', { name: 'Charter Monitor' }).focus();
    await tab.keyboard.press('Tab');
    expect(await tab.locator('header input[type=search]:focus').count()).toBe(1);
    await tab.keyboard.type('redetermination');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/\/search\?q=redetermination$/);
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    const first = tab.locator('main .standings__title a').first();
    const title = await first.innerText();
    for (let press = 0; press < 5 && (await tab.locator('main a:focus').count()) === 0; press += 1) {
      await tab.keyboard.press('Tab');
    }
    expect(await tab.locator(':focus').innerText()).toBe(title);
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/\/(commitments|live|methods|scrutiny|glossary)/);
    await tab.close();
  });
});

describe('in a narrow window', () => {
  it.each([true, false])('a link leads to the search, with JavaScript: %p', async (script) => {
    const tab = await newVisitor({ viewport: windows.narrow, javaScriptEnabled: script });
    await tab.goto('/live');
    expect(await tab.getByRole('searchbox').filter({ visible: true }).count()).toBe(0);
    await tab.getByRole('link', { name: 'Search', exact: true }).click();
    await tab.waitForURL(/\/search$/);
    await tab.getByRole('searchbox', { name: 'Promises, measures and words that this site uses' }).fill('payment');
    await tab.getByRole('main').getByRole('button', { name: 'Search' }).click();
    await tab.waitForURL(/\/search\?q=payment$/);
    expect(await resultsOn(tab)).toBeGreaterThan(1);
    expect(await tab.getByRole('searchbox').inputValue()).toBe('payment');
    await tab.close();
  });
});

describe('where nothing is found', () => {
  it('that is said, with words to try that do find something', async () => {
    const tab = await newVisitor();
    await tab.goto('/search?q=qwertyuiop');
    expect(await tab.locator('main').innerText()).toContain('Nothing was found for “qwertyuiop”.');
    const tried = await tab.locator('main li a[href^="/search?q="]').allInnerTexts();
    expect(tried.length).toBeGreaterThan(3);
    for (const word of tried) {
      await tab.goto(`/search?q=${word}`);
      expect([word, (await resultsOn(tab)) > 0]).toEqual([word, true]);
    }
    await tab.close();
  });
});

describe.each(['wide', 'narrow'] as const)('in a %s window', (window) => {
  it.each(['/search', '/search?q=decision', '/search?q=qwertyuiop', `/search?q=${'w'.repeat(100)}`])(
    '%s has no barriers, and fits',
    async (path) => {
      const tab = await newVisitor({ viewport: windows[window] });
      const complaints = await complaintsOf(tab);
      await tab.goto(path);
      expect(await barriersOn(tab)).toEqual([]);
      expect(await pixelsOutside(tab)).toBe(0);
      expect(complaints).toEqual([]);
      await tab.close();
    },
  );
});
