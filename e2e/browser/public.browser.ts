import { describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { barriersOn, pixelsOutside } from './accessibility.testkit.js';
import { asPublicReader, useChromium, windows } from './chromium.testkit.js';
import { complaintsOf } from './complaints.testkit.js';
import { theSite } from './site.testkit.js';

const { newVisitor } = useChromium();

/** A tab of somebody who looks as the public. */
function asPublic(options: BrowserContextOptions): Promise<Page> {
  return newVisitor({ ...asPublicReader(), ...options });
}

describe.each([
  ['wide', true],
  ['narrow', false],
] as const)('in a %s window, with JavaScript: %p', (window, javaScriptEnabled) => {
  const options = { viewport: windows[window], javaScriptEnabled };

  it('anyone reads each promise, how it went by the last release, and what to do if it is not kept', async () => {
    const tab = await asPublic(options);
    const complaints = await complaintsOf(tab);
    await tab.goto('/');
    expect(await tab.locator('.as-published').innerText()).toMatch(/the provisional figures of \d{4}-\d\d/);
    expect(await tab.locator('.promises .state-tag').count()).toBeGreaterThan(0);
    await tab.getByRole('link', { name: 'Fresh decision by a different officer on request' }).click();
    await tab.waitForURL(/\/commitments\/2019\//);
    const said = await tab.locator('main').innerText();
    expect(said).toMatch(/Off target \d+% of redeterminations were made in time in \d{4}-\d\d; the aim is 100%\.\n/);
    expect(said).not.toMatch(/were late/);
    for (const name of ['How to complain', 'How to challenge a decision']) {
      expect(await tab.getByRole('heading', { name }).isVisible()).toBe(true);
    }
    expect(await pixelsOutside(tab)).toBe(0);
    await tab.getByRole('link', { name: 'See the release' }).click();
    await tab.waitForURL(/\/annual\/\d{4}-\d\d\/releases\//);
    expect(await tab.locator('main h1').innerText()).toMatch(/^Provisional release/);
    expect(complaints).toEqual([]);
    await tab.close();
  });

  it('a first visitor is shown around, as each kind of reader', async () => {
    const tab = await newVisitor(options);
    for (const [button, place, viewer] of [
      ['Look as agency staff and open Live', /\/live$/, 'staff'],
      ['Look as a scrutiny body and open one figure', /\/scrutiny\//, 'scrutiny'],
      ['Look as the framework compiler and open Annual', /\/annual$/, 'compiler'],
      ['Look as a member of the public and open Promises', /\/$/, 'public'],
    ] as const) {
      await tab.goto('/');
      await tab.getByRole('main').getByRole('link', { name: 'Show me around' }).click();
      await tab.waitForURL(/\/guide$/);
      await tab.getByRole('button', { name: button }).click();
      await tab.waitForURL(place);
      expect(await tab.locator('#look-as-role').inputValue()).toBe(viewer);
    }
    await tab.close();
  });

  it('the hint can be put away, and stays away', async () => {
    const tab = await newVisitor(options);
    await tab.goto('/');
    await tab.getByRole('button', { name: 'Do not show this again' }).click();
    await tab.getByRole('link', { name: 'A first visit in four steps' }).waitFor();
    await tab.goto('/');
    expect(await tab.getByText('Is this your first visit?').count()).toBe(0);
    await tab.close();
  });
});

describe.each(['wide', 'narrow'] as const)('for the public, in a %s window', (window) => {
  it.each(['/', '/?edition=2024', '/commitments/2019/2.3', '/commitments/2024/i2.d', '/guide'])(
    '%s has no barriers, and fits',
    async (path) => {
      const tab = await asPublic({ viewport: windows[window] });
      const complaints = await complaintsOf(tab);
      expect((await tab.goto(path))?.status()).toBe(200);
      expect(await barriersOn(tab)).toEqual([]);
      expect(await pixelsOutside(tab)).toBe(0);
      expect(complaints).toEqual([]);
      await tab.close();
    },
  );
});

describe('the published figures of a promise', () => {
  it('have their marks explained, and say what is held back', async () => {
    const tab = await asPublic({});
    await tab.goto('/commitments/2019/2.3');
    expect(await tab.locator('main').innerText()).toMatch(/held back to protect people/);
    expect(await tab.locator('.figure__marks dt').allInnerTexts()).toContain('[c]');
    await tab.close();
  });

  it('are exactly those of the release', async () => {
    const tab = await asPublic({});
    await tab.goto('/commitments/2019/2.2');
    const [, year = ''] = /figures of (\d{4}-\d\d)/.exec(await tab.locator('.as-published').innerText()) ?? [];
    const answer = await fetch(new URL(`/v1/releases/${year}.1/aggregates`, theSite()));
    const { rows } = (await answer.json()) as { readonly rows: readonly Row[] };
    const row = rows.find(
      ({ evidence, framework }) => framework === 'S2-M31' && evidence.measure === 'decisions-in-time',
    );
    const said = await tab.locator('main').innerText();
    expect(said).toContain(`${Math.round(100 * (row?.value ?? 0))}% of decisions were made in time in ${year}`);
    const [numerator = '', denominator = ''] = [row?.numerator, row?.denominator].map((count) =>
      count?.toLocaleString('en-GB'),
    );
    expect(said).toContain(`${numerator} of ${denominator}, to the nearest 5`);
    await tab.close();
  });
});

interface Row {
  readonly framework: string;
  readonly evidence: { readonly measure: string | null };
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}
