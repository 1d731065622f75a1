import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOn, pixelsOutside } from './accessibility.testkit.js';
import { useChromium, windows } from './chromium.testkit.js';

const { newVisitor } = useChromium();
const year = '2025-26';

async function compilersTab(options: Parameters<typeof newVisitor>[0]): Promise<Page> {
  const tab = await newVisitor(options);
  await tab.goto('/annual');
  await tab.getByRole('combobox', { name: /looking as/ }).selectOption('compiler');
  await tab.getByRole('button', { name: 'Change' }).click();
  return tab;
}

async function fits(tab: Page): Promise<void> {
  expect(await barriersOn(tab)).toEqual([]);
  expect(await pixelsOutside(tab)).toBe(0);
}

/** Fills the form in and makes the release; answers its id. */
async function makeRelease(tab: Page, note: string): Promise<string> {
  await tab.goto(`/annual/${year}/release`);
  await tab.getByLabel('Note').fill(note);
  await tab.getByRole('button', { name: 'See what it would hold' }).click();
  expect(await tab.locator('main').innerText()).toContain(note);
  await tab.getByRole('button', { name: 'Make this release' }).click();
  const heading = await tab.locator('h1').innerText();
  expect(heading).toMatch(/^Release 2025-26\.\d+ is made$/);
  return heading.split(' ')[1] ?? '';
}

describe('the compiler takes the year', () => {
  it.each(['wide', 'narrow'] as const)(
    'sees what stands in its way, makes a release, downloads it and compares it, in a %s window',
    async (window) => {
      const tab = await compilersTab({ viewport: windows[window] });
      for (const path of ['/annual', `/annual/${year}`, `/annual/${year}/release`]) {
        await tab.goto(path);
        await fits(tab);
      }
      await tab.goto(`/annual/${year}`);
      const text = await tab.locator('main').innerText();
      expect(text).toContain('What a release would hold now');
      expect(text).toContain('A gap: nothing has been filed for 2025-26.');
      const id = await makeRelease(tab, 'A note of a made-up release.');
      await tab.goto(`/annual/${year}/releases/${id}`);
      await fits(tab);
      const download = tab.waitForEvent('download');
      await tab.getByRole('link', { name: 'Spreadsheet (ODS), exact' }).click();
      const file = await download;
      expect(file.suggestedFilename()).toBe(`charter-${id}-exact.ods`);
      const bytes = readFileSync(await file.path());
      expect(bytes.subarray(0, 2).toString()).toBe('PK');
      expect(bytes.subarray(30, 38).toString()).toBe('mimetype');
      await tab.goto(`/annual/${year}/compare?from=${year}.1&to=${id}`);
      expect(await tab.locator('h1').innerText()).toBe(`Release ${year}.1 and release ${id}`);
      await fits(tab);
      await tab.context().close();
    },
    60_000,
  );

  it('without JavaScript', async () => {
    const tab = await compilersTab({ javaScriptEnabled: false, viewport: windows.narrow });
    const id = await makeRelease(tab, 'Made without a script.');
    await tab.goto(`/annual/${year}`);
    expect(await tab.locator('main').innerText()).toContain(`Release ${id}`);
    await tab.context().close();
  }, 60_000);

  it('is told beside the field what is wrong', async () => {
    const tab = await compilersTab({ viewport: windows.narrow });
    await tab.goto(`/annual/${year}/release`);
    await tab.getByLabel('Embargo until').fill('2020-01-01');
    await tab.getByRole('button', { name: 'See what it would hold' }).click();
    expect(await tab.title()).toMatch(/^Error: Make a release of 2025-26/);
    await fits(tab);
    await tab.getByRole('alert').getByRole('link').click();
    expect(await tab.evaluate('document.activeElement?.id')).toBe('embargo');
    await tab.context().close();
  }, 60_000);
});

describe('the public', () => {
  it('reads what was released, and nothing else', async () => {
    const tab = await newVisitor();
    await tab.goto('/annual');
    await tab.getByRole('combobox', { name: /looking as/ }).selectOption('public');
    await tab.getByRole('button', { name: 'Change' }).click();
    await tab.goto(`/annual/${year}`);
    expect(await tab.locator('main').innerText()).toContain('open only to those who compile or audit the year');
    await tab.goto(`/annual/${year}/releases/${year}.1`);
    const text = await tab.locator('main').innerText();
    expect(text).toContain('Counts are rounded to 5');
    expect(text).not.toContain(', exact');
    expect((await tab.goto(`/annual/${year}/release`))?.status()).toBe(403);
    await tab.context().close();
  }, 60_000);
});
