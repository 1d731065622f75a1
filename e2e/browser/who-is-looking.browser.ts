import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { useChromium } from './chromium.testkit.js';
import { theSite } from './site.testkit.js';

const { newVisitor } = useChromium();

const withFigures = ['/live', '/live/attention', '/live/measure/decisions-in-time', '/live/measure/open-applications'];
const withPromises = ['/', '/commitments/2019/2.2'];
const figures = 'svg, table, .state-tag, .measure-card, .standings';

async function lookAs(tab: Page, name: string): Promise<void> {
  await tab.getByLabel(/looking as/).selectOption({ label: name });
  await tab.getByRole('button', { name: 'Change' }).click();
  await tab.locator(`select:has(option:checked:text-is("${name}"))`).waitFor();
}

async function lookAsByForm(form: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(new URL('/look-as', theSite()), {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  });
}

describe('a member of the public', () => {
  const name = 'a member of the public';

  it('sees no live figure, and is told why; agency staff see them', async () => {
    const tab = await newVisitor();
    await tab.goto('/');
    await lookAs(tab, name);
    for (const path of withFigures) {
      await tab.goto(path);
      const said = await tab.locator('main').innerText();
      expect([path, await tab.locator('main').locator(figures).count()]).toEqual([path, 0]);
      expect([path, /\d%/.exec(said)]).toEqual([path, null]);
      expect(said).toMatch(new RegExp(`looking as ${name}.+open only to`, 's'));
    }
    await lookAs(tab, 'agency staff');
    for (const path of [...withPromises, ...withFigures]) {
      await tab.goto(path);
      expect([path, await tab.locator('main').locator(figures).count()]).not.toEqual([path, 0]);
      expect(await tab.locator('.as-published').count()).toBe(0);
    }
    await tab.close();
  });

  it('sees with the promises what was last published of them, and of which year', async () => {
    const tab = await newVisitor();
    await tab.goto('/');
    await lookAs(tab, name);
    for (const path of withPromises) {
      await tab.goto(path);
      const said = await tab.locator('main').innerText();
      expect(said).toMatch(/As published on .+: the (provisional|final) figures of \d{4}-\d\d/);
      expect(said).toMatch(/\d% of decisions were made in time in \d{4}-\d\d/);
      expect(await tab.locator('#live-bar').count()).toBe(0);
    }
    await tab.close();
  });
});

describe('a scrutiny body', () => {
  it('sees figures that are rounded to the nearest 5, or suppressed', async () => {
    const tab = await newVisitor();
    await tab.goto('/');
    await lookAs(tab, 'a scrutiny body');
    for (const path of [...withPromises, ...withFigures]) {
      await tab.goto(path);
      expect([path, await tab.locator('main').locator(figures).count()]).not.toEqual([path, 0]);
    }
    await tab.goto('/live/measure/decisions-in-time?by=benefit');
    const table = (await tab.locator('#the-figure .figure__table td').allTextContents()).join(' | ');
    const counts = [...table.matchAll(/([\d,]+) of ([\d,]+)/g)].flatMap(([, part = '', whole = '']) => [part, whole]);
    expect(counts.length).toBeGreaterThan(1);
    expect(counts.filter((count) => Number(count.replaceAll(',', '')) % 5 !== 0)).toEqual([]);
    await tab.close();
  });

  it('is told so on each page, of which step they are, and what is closed', async () => {
    const tab = await newVisitor();
    await tab.goto('/');
    await lookAs(tab, 'a scrutiny body');
    for (const path of [...withPromises, ...withFigures]) {
      await tab.goto(path);
      const said = await tab.locator('main').innerText();
      expect([path, /publication step.+Counts are to the nearest 5/s.test(said)]).toEqual([path, true]);
      expect([path, await tab.locator('#live-bar').count()]).toEqual([path, 0]);
    }
    expect(await tab.locator('main').innerText()).toContain('hold exact counts');
    await tab.close();
  });

  it('chooses the publication step that figures are as known at', async () => {
    const tab = await newVisitor();
    await tab.goto('/');
    await lookAs(tab, 'a scrutiny body');
    await tab.goto('/live/measure/open-applications');
    await tab.getByText('Other dates').click();
    const steps = await tab.getByLabel('As known on', { exact: true }).locator('option').allInnerTexts();
    expect(steps.length).toBeGreaterThan(2);
    await tab.getByLabel('As known on', { exact: true }).selectOption({ label: String(steps[2]) });
    await tab.getByRole('button', { name: 'Show' }).click();
    await tab.getByText(`the publication step of ${String(steps[2])}`).waitFor();
    expect(await tab.locator('#the-figure').innerText()).toContain(`as known on ${String(steps[2])}`);
    await tab.close();
  });
});

describe('who is looking', () => {
  it('stays as chosen, on the page on which it was chosen', async () => {
    const tab = await newVisitor();
    await tab.goto('/live/measure/decisions-in-time?grain=quarter&benefit=SCP');
    await lookAs(tab, 'an auditor');
    expect(tab.url()).toBe(`${theSite()}/live/measure/decisions-in-time?grain=quarter&benefit=SCP`);
    await tab.goto('/live');
    expect(
      await tab
        .getByLabel(/looking as/)
        .locator('option:checked')
        .innerText(),
    ).toBe('an auditor');
    await tab.close();
  });

  it('cannot be somebody whom there is not', async () => {
    const response = await lookAsByForm({ role: 'minister', from: '/live' });
    expect(response.status).toBe(404);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  });

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'live',
    '/live\r\nX-Planted: 1',
  ])('leads to the front page, never to another host: %j', async (from) => {
    const response = await lookAsByForm({ role: 'staff', from });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
  });
});
