import { describe, expect, it } from '@jest/globals';
import { useChromium } from './chromium.testkit.js';
import { pages } from './site.testkit.js';

const { open, newVisitor } = useChromium();
const without = { javaScriptEnabled: false };

describe('without JavaScript', () => {
  it.each(pages)('%s has its content, and no bar for updates that do not come', async (path) => {
    const tab = await open(path, without);
    expect(await tab.locator('main h1').isVisible()).toBe(true);
    expect((await tab.locator('main').innerText()).length).toBeGreaterThan(150);
    if (path.startsWith('/live/measure/')) {
      expect(await tab.locator('#the-figure svg.chart').filter({ visible: true }).count()).toBe(1);
      expect(await tab.locator('.figure__table tbody tr').count()).toBeGreaterThan(1);
    }
    expect(await tab.locator('#live-bar').filter({ visible: true }).count()).toBe(0);
    await tab.close();
  });

  it('the form changes the figures by the address alone', async () => {
    const tab = await open('/live/measure/applications-received', without);
    const before = await tab.locator('.figure__subtitle').innerText();
    await tab.getByLabel('Benefit', { exact: true }).selectOption('SCP');
    await tab.getByLabel('By', { exact: true }).selectOption('quarter');
    await tab.getByRole('button', { name: 'Show' }).click();
    await tab.waitForURL(/benefit=SCP/);
    const after = await tab.locator('.figure__subtitle').innerText();
    expect(after).not.toBe(before);
    expect(after).toMatch(/by quarter, Scottish Child Payment/);
    expect(await tab.locator('#choice-benefit option:checked').getAttribute('value')).toBe('SCP');
    await tab.close();
  });

  it('a table can be opened and a viewer chosen', async () => {
    const tab = await newVisitor(without);
    await tab.goto('/live/measure/decisions-in-time');
    await tab.getByText('Show these figures as a table').click();
    expect(await tab.locator('#the-figure table').isVisible()).toBe(true);
    await tab.getByLabel(/looking as/).selectOption('public');
    await tab.getByRole('button', { name: 'Change' }).click();
    await tab.getByText('You are looking as a member of the public').waitFor();
    await tab.close();
  });
});
