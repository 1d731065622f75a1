import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { becomesTrue, useChromium } from './chromium.testkit.js';
import { applicationsCome, complaintCame, figuresFor } from './site.testkit.js';

const { open, newVisitor } = useChromium();

const measurePage = '/live/measure/applications-received';
const within = { timeout: 5_000 };
/** More than come by themselves meanwhile. */
const many = 1_000;

const onCard = `Number(document.querySelector('.measure-card:has(a[href$="applications-received"]) .measure-card__value')
  .textContent.replaceAll(',', ''))`;
const onPage = `Number([...document.querySelectorAll('.figure__table td:nth-child(2)')].at(-1)
  .textContent.replaceAll(',', ''))`;

async function waitUntil(tab: Page, figure: string, least: number): Promise<void> {
  await becomesTrue(tab, `${figure} >= ${least}`);
}

describe('a live update', () => {
  it.each([
    ['/live', onCard],
    [measurePage, onPage],
  ])('shows on %s within five seconds what has come in, without loading it again', async (path, figure) => {
    const tab = await open(path);
    await tab.evaluate('globalThis.isSamePage = true');
    const before = await tab.evaluate<number>(figure);
    await applicationsCome(many);
    await waitUntil(tab, figure, before + many);
    expect(await tab.evaluate('globalThis.isSamePage')).toBe(true);
    await tab.close();
  });

  it('replaces heading, chart, table and freshness together: nobody sees them differ', async () => {
    const tab = await open(measurePage);
    await tab.evaluate(`
      globalThis.wasTorn = false;
      globalThis.parts = () => ['.figure__heading', 'svg.chart', '.figure__table', '.figure__freshness'].map((part) =>
        document.querySelector(part));
      globalThis.partsBefore = parts();
      new MutationObserver(() => {
        const shown = parts();
        const kept = shown.filter((part, index) => part === partsBefore[index]).length;
        const last = [...document.querySelectorAll('.figure__table td:nth-child(2)')].at(-1).textContent;
        const alternative = document.querySelector('svg.chart').getAttribute('aria-label');
        if (![0, shown.length].includes(kept) || !alternative.includes(last)) wasTorn = true;
      }).observe(document.body, { childList: true, subtree: true, characterData: true });`);
    const before = await tab.evaluate<number>(onPage);
    await applicationsCome(many);
    await waitUntil(tab, onPage, before + many);
    expect(await tab.evaluate('parts().some((part, index) => part === partsBefore[index])')).toBe(false);
    expect(await tab.evaluate('wasTorn')).toBe(false);
    await tab.close();
  });

  it('leaves focus and an open table as they are', async () => {
    const tab = await open(measurePage);
    await tab.getByText('Show these figures as a table').click();
    await tab.locator('#choice-benefit').focus();
    const before = await tab.evaluate<number>(onPage);
    await applicationsCome(many);
    await waitUntil(tab, onPage, before + many);
    expect(await tab.locator(':focus').getAttribute('id')).toBe('choice-benefit');
    expect(await tab.locator('#the-figure table').isVisible()).toBe(true);
    await tab.close();
  });

  it('waits while it is paused, and while the reader is inside; then catches up', async () => {
    const [free, paused, inside] = [await open(measurePage), await open(measurePage), await open(measurePage)];
    await paused.getByRole('button', { name: 'Pause updates' }).click();
    const pausedAt = await paused.evaluate<number>(onPage);
    await inside.locator('.figure__details summary').focus();
    await inside.evaluate(`globalThis.figureBefore = document.getElementById('figure')`);
    let expected = await free.evaluate<number>(onPage);
    for (let round = 0; round < 2; round += 1) {
      await applicationsCome(many);
      expected += many;
      await waitUntil(free, onPage, expected);
    }
    expect(await paused.evaluate<number>(onPage)).toBe(pausedAt);
    expect(await inside.evaluate(`figureBefore === document.getElementById('figure')`)).toBe(true);

    await paused.getByRole('button', { name: 'Go on with updates' }).click();
    await waitUntil(paused, onPage, expected);
    await inside.locator('#choice-benefit').focus();
    await waitUntil(inside, onPage, expected);
    await Promise.all([free, paused, inside].map((tab) => tab.close()));
  });

  it('shows on what needs attention that a measure stands otherwise, and since when', async () => {
    const { rows } = await figuresFor<AttentionAnswer>('/v1/attention');
    const complaints = rows.find(
      ({ measure, state }) => /^complaints-stage/.test(measure.id) && state !== 'off-target',
    );
    if (complaints === undefined) throw new Error('both kinds of complaints are off target already');
    const { id, title } = complaints.measure;
    const tab = await open('/live/attention');
    await tab.evaluate('globalThis.isSamePage = true');
    // Twenty working days from then on end in the month that is judged.
    await complaintCame(id.includes('stage1') ? 1 : 2, `${dayBefore(complaints.latest.start, 5)}T10:00:00Z`);
    const latest = `document.querySelector('.changes__item')?.textContent`;
    await becomesTrue(tab, `true === ${latest}?.includes(${JSON.stringify(`${title} went from`)})`, 20_000);
    expect(await tab.getByText('It has been like this since').count()).toBeGreaterThan(0);
    expect(await tab.evaluate('globalThis.isSamePage')).toBe(true);
    await tab.close();
  });

  it('is not asked for by a tab that nobody sees', async () => {
    const tab = await newVisitor();
    const isStream = (request: { url(): string }): boolean => request.url().endsWith('/live/changes');
    const opened = tab.waitForRequest(isStream);
    await tab.goto('/live');
    await opened;
    const closed = tab.waitForEvent('requestfailed', { predicate: isStream, ...within });
    await setHidden(tab, true);
    await closed;
    const openedAgain = tab.waitForRequest(isStream, within);
    await setHidden(tab, false);
    await openedAgain;
    await tab.close();
  });
});

/** What of the answer matters here. */
interface AttentionAnswer {
  readonly rows: readonly {
    readonly measure: { readonly id: string; readonly title: string };
    readonly latest: { readonly start: string };
    readonly state: string;
  }[];
}

function dayBefore(date: string, days: number): string {
  return new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);
}

async function setHidden(tab: Page, hidden: boolean): Promise<void> {
  await tab.evaluate(`Object.defineProperty(document, 'hidden', { value: ${String(hidden)}, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'))`);
}
