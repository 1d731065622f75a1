import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriersOn, pixelsOutside } from './accessibility.testkit.js';
import { useChromium, windows } from './chromium.testkit.js';
import { figuresFor } from './site.testkit.js';

const { open, newVisitor } = useChromium();

interface Queue {
  readonly total: number;
  readonly soon: readonly { readonly count: number }[];
  readonly byAge: readonly { readonly count: number }[];
}

/** Past days, so that what comes in meanwhile changes nothing. */
const past = '?asof=2026-06-30';
const behind = [
  `/live/measure/decision-time${past}`,
  `/live/measure/call-wait${past}`,
  `/live/measure/open-applications${past}`,
  `/live/measure/overdue-applications${past}`,
  `/live/measure/decisions-in-time${past}`,
];

async function numbersIn(tab: Page, section: string): Promise<readonly number[]> {
  const cells = await tab.locator(`${section} tbody td`).allTextContents();
  return cells.map((text) => Number(text.replaceAll(',', '')));
}

describe.each(['wide', 'narrow'] as const)('a manager with a %s window', (window) => {
  const viewport = windows[window];

  it.each(behind)('sees on %s what is behind the figure, without barriers', async (path) => {
    const tab = await open(path, { viewport });
    const counts = await numbersIn(tab, '#behind');
    expect(counts.length).toBeGreaterThan(4);
    expect(counts.some((count) => count > 0)).toBe(true);
    expect(await tab.locator('#behind svg:visible').count()).toBe(1);
    await tab.evaluate(`document.querySelectorAll('details').forEach((details) => (details.open = true))`);
    expect(await barriersOn(tab)).toEqual([]);
    expect(await pixelsOutside(tab)).toBe(0);
    await tab.close();
  });

  it('goes from what needs attention to the limits that end soon', async () => {
    const tab = await open('/live/attention', { viewport });
    await tab.locator('.limits-ahead a').click();
    await tab.waitForURL(/decisions-in-time#behind$/);
    expect(await tab.locator('#behind-heading').innerText()).toMatch(
      /time limits? ends? in the next five working days/,
    );
    await tab.close();
  });
});

describe('what a page shows of the queue', () => {
  it('is what the interface says, and adds up to the stock', async () => {
    const queue = await figuresFor<Queue>('/v1/queue?measure=open-applications&asOf=2026-06-30');
    const { observations } = await figuresFor<{ readonly observations: readonly { readonly value: number }[] }>(
      '/v1/observations?measure=open-applications&grain=day&from=2026-06-30&to=2026-06-30&asOf=2026-06-30',
    );
    const tab = await open(`/live/measure/open-applications${past}`);
    const counts = await numbersIn(tab, '#behind');
    expect(counts).toEqual(queue.byAge.map(({ count }) => count));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(queue.total);
    expect(observations.map(({ value }) => value)).toEqual([queue.total]);
    await tab.close();
  });

  it('is there within a second', async () => {
    const begun = performance.now();
    await figuresFor('/v1/queue?measure=open-applications');
    await figuresFor('/v1/distribution?measure=decision-time&period=2025-26');
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

describe('comparing and sharing', () => {
  it('sets the last whole month beside the one before and the same one a year earlier', async () => {
    const tab = await open(`/live/measure/decisions-in-time${past}`);
    expect(await tab.locator('.then-and-now tbody th').allTextContents()).toEqual([
      'May 2026',
      'April 2026',
      'May 2025',
    ]);
    await tab.close();
  });

  it('the lasting address shows the same figures', async () => {
    const tab = await open(`/live/measure/decision-time?benefit=SCP&asof=2026-06-30`);
    const before = await tab.locator('#figure').innerText();
    await tab.getByRole('link', { name: /^Link to these figures/ }).click();
    await tab.waitForURL(/from=.*asof=2026-06-30|asof=2026-06-30.*from=/);
    expect(await tab.locator('#figure').innerText()).toBe(before);
    await tab.close();
  });

  it('figures come as a spreadsheet that says it is synthetic', async () => {
    const tab = await open(`/live/measure/decision-time${past}`);
    const [download] = await Promise.all([
      tab.waitForEvent('download'),
      tab.getByRole('link', { name: /ODS spreadsheet/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('synthetic-decision-time.ods');
    await tab.close();
  });
});

describe('in other ways of reading', () => {
  it('everything is there without JavaScript', async () => {
    const tab = await newVisitor({ javaScriptEnabled: false });
    await tab.goto(`/live/measure/open-applications${past}`);
    expect(await tab.locator('#behind svg:visible').count()).toBe(1);
    await tab.locator('#behind summary').click();
    expect(await tab.locator('#behind table').isVisible()).toBe(true);
    await tab.close();
  });

  it('the table behind a chart can be opened by keyboard', async () => {
    const tab = await open(`/live/measure/decision-time${past}`);
    await tab.locator('#behind summary').focus();
    await tab.keyboard.press('Enter');
    expect(await tab.locator('#behind table').isVisible()).toBe(true);
    await tab.close();
  });

  it('bars are seen in forced colours, and tables on paper', async () => {
    const forced = await open(`/live/measure/decision-time${past}`, { forcedColors: 'active' });
    const bar = `document.querySelector('#behind .chart--wide rect')`;
    const paper = `getComputedStyle(document.body).backgroundColor`;
    expect(await forced.evaluate(`getComputedStyle(${bar}).fill`)).not.toBe(await forced.evaluate(paper));
    await forced.close();
    const printed = await open(`/live/measure/decision-time${past}`);
    await printed.emulateMedia({ media: 'print' });
    expect(await printed.locator('#behind table').isVisible()).toBe(true);
    await printed.close();
  });
});
