import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOn, pixelsOutside } from './accessibility.testkit.js';
import { useChromium, windows } from './chromium.testkit.js';

const { open } = useChromium();
/** Takes a figure, and stands for one promise at least. */
const form = '/annual/file?measure=S4-M73&kind=figure';

async function lookAsCompiler(tab: Page): Promise<void> {
  await tab.getByRole('combobox', { name: 'You are looking as' }).selectOption('compiler');
  await tab.getByRole('button', { name: 'Change' }).click();
}

async function fits(tab: Page): Promise<void> {
  expect(await barriersOn(tab)).toEqual([]);
  expect(await pixelsOutside(tab)).toBe(0);
}

/** Any figure but those that were filed before. */
function anotherFigure(): string {
  return String(1_000 + Math.floor(Math.random() * 8_000));
}

async function file(tab: Page, figure: string): Promise<void> {
  await tab.getByLabel('The figure').fill(figure);
  await tab.getByRole('button', { name: 'File it' }).click();
}

/** Whether it comes to be read with a promise that the measure is about. */
async function isReadWithItsPromise(tab: Page, figure: string): Promise<boolean> {
  const promise = await tab
    .getByRole('link', { name: /^Promise / })
    .first()
    .getAttribute('href');
  for (let looks = 0; looks < 20; looks += 1) {
    await tab.goto(promise ?? '/');
    if ((await tab.locator('main').innerText()).replaceAll(',', '').includes(figure)) return true;
    await tab.waitForTimeout(250);
  }
  return false;
}

describe('a figure is filed, and read with its promise', () => {
  it.each(['wide', 'narrow'] as const)(
    'after what was wrong has been put right, in a %s window',
    async (window) => {
      const tab = await open('/', { viewport: windows[window] });
      await lookAsCompiler(tab);
      for (const path of ['/annual/file', form]) {
        await tab.goto(path);
        await fits(tab);
      }
      await file(tab, 'lots');
      expect(await tab.title()).toMatch(/^Error: File a figure for S4-M73/);
      await fits(tab);
      await tab.getByRole('alert').getByRole('link').click();
      expect(await tab.evaluate('document.activeElement?.id')).toBe('value');
      const figure = anotherFigure();
      await file(tab, figure);
      expect(await tab.getByRole('heading', { level: 1 }).innerText()).toBe('Filed for S4-M73');
      await fits(tab);
      expect(await isReadWithItsPromise(tab, figure)).toBe(true);
      await tab.close();
    },
    60_000,
  );

  it('without JavaScript', async () => {
    const tab = await open('/', { viewport: windows.narrow, javaScriptEnabled: false });
    await lookAsCompiler(tab);
    await tab.goto(form);
    const figure = anotherFigure();
    await file(tab, figure);
    expect(await isReadWithItsPromise(tab, figure)).toBe(true);
    await tab.close();
  }, 60_000);
});
