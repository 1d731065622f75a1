import { describe, expect, it } from '@jest/globals';
import { barriersOn, pixelsOutside } from './accessibility.testkit.js';
import { useChromium, windows } from './chromium.testkit.js';

const { open } = useChromium();

describe.each([
  ['wide', true],
  ['narrow', false],
] as const)('in a %s window, with JavaScript: %p', (window, javaScriptEnabled) => {
  const options = { viewport: windows[window], javaScriptEnabled };

  it('a scrutineer goes from a promise to its numbers, their limits, and what changed', async () => {
    const tab = await open('/commitments/2019/2.2', options);
    await tab.locator('a[href="/scrutiny/S2-M31"]').first().click();
    await tab.waitForURL(/S2-M31/);
    await tab.getByRole('link', { name: 'Decisions made in time' }).first().click();
    await tab.waitForURL(/decisions-in-time/);
    for (const name of [
      'How it is defined',
      'What this does not tell you',
      'What changed since the last release',
      'How it was revised',
      'The promises it stands for',
    ]) {
      expect(await tab.getByRole('heading', { name }).isVisible()).toBe(true);
    }
    await tab.getByRole('link', { name: 'What the figure was counted from' }).click();
    await tab.waitForURL(/explain/);
    expect(await tab.locator('main').innerText()).toMatch(/\d+ of \d+/);
    await tab.close();
  });

  it('every gap can be seen', async () => {
    const tab = await open('/scrutiny', options);
    await tab.getByRole('link', { name: 'Show every gap' }).click();
    await tab.waitForURL(/state=gap/);
    const states = await tab.locator('.rows .state-tag').allInnerTexts();
    expect([...new Set(states)]).toEqual(['No figure yet']);
    await tab.close();
  });

  it('two releases can be compared', async () => {
    const tab = await open('/scrutiny/decisions-in-time', options);
    await tab.getByLabel('First').selectOption('2024-25.1');
    await tab.getByLabel('Second').selectOption('2025-26.1');
    await tab.getByRole('button', { name: 'Compare' }).click();
    await tab.waitForURL(/a=2024-25.1&b=2025-26.1/);
    expect(await tab.getByRole('table', { name: /Side by side/ }).innerText()).toMatch(/percentage point/);
    expect(await pixelsOutside(tab)).toBe(0);
    await tab.close();
  });
});

describe('scrutiny', () => {
  it('has no barriers in forced colours', async () => {
    for (const path of ['/scrutiny', '/scrutiny/decisions-in-time', '/scrutiny/decisions-in-time/explain']) {
      const tab = await open(path, { forcedColors: 'active' });
      expect([path, await barriersOn(tab)]).toEqual([path, []]);
      await tab.close();
    }
  });

  it('has its tables on paper, and no forms', async () => {
    const tab = await open('/scrutiny/decisions-in-time?a=2024-25.1&b=2025-26.1');
    await tab.emulateMedia({ media: 'print' });
    expect(await tab.locator('form:visible').count()).toBe(0);
    expect(await tab.getByRole('table', { name: /Side by side/ }).isVisible()).toBe(true);
    await tab.close();
  });

  it('can be used by keyboard alone', async () => {
    const tab = await open('/scrutiny');
    await tab.locator('#choice-state').focus();
    await tab.keyboard.type('Off');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/state=off-target/);
    expect(await tab.locator('.rows .state-tag').first().innerText()).toBe('Off target');
    await tab.close();
  });
});
