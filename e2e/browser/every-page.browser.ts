import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOn, pixelsOutside } from './accessibility.testkit.js';
import { useChromium, windows } from './chromium.testkit.js';
import { complaintsOf } from './complaints.testkit.js';
import { missingPage, pages } from './site.testkit.js';

const { open } = useChromium();

describe.each(['wide', 'narrow'] as const)('in a %s window', (window) => {
  it.each([...pages, missingPage])(
    '%s has no barriers, fits, says what it is, and gives the browser nothing to complain of',
    async (path) => {
      const tab = await open('about:blank', { viewport: windows[window] });
      const complaints = await complaintsOf(tab);
      expect((await tab.goto(path))?.status()).toBe(path === missingPage ? 404 : 200);
      await tab.evaluate(`document.querySelectorAll('details').forEach((details) => (details.open = true))`);
      expect(await barriersOn(tab)).toEqual([]);
      expect(await pixelsOutside(tab)).toBe(0);
      await saysWhatItIs(tab);
      expect(complaints).toEqual([]);
      await tab.close();
    },
  );
});

/** Language, a title that names the site, one main heading, headings in order, and that the data are synthetic. */
async function saysWhatItIs(tab: Page): Promise<void> {
  expect(await tab.locator('html').getAttribute('lang')).toBe('en-GB');
  expect(await tab.title()).toMatch(/^\S.+ – Charter Monitor \(synthetic/);
  const headings = await tab.locator('h1, h2, h3, h4, h5, h6').evaluateAll((all) => all.map(({ tagName }) => tagName));
  const levels = headings.map((name) => Number(name[1]));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  expect(await tab.locator('.ds_phase-banner').innerText()).toMatch(/synthetic data/i);
}
