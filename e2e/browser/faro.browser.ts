import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { newDataFolder, startSystem, type RunningSystem } from '../doors/running-system.testkit.js';
import { barriersOn, pixelsOutside } from './accessibility.testkit.js';
import { useChromium, windows } from './chromium.testkit.js';
import { complaintsOf } from './complaints.testkit.js';
import { FaroReceiver } from './faro-receiver.testkit.js';

const { newVisitor } = useChromium();
const folder = newDataFolder();
let receiver: FaroReceiver;
let site: RunningSystem;

beforeAll(async () => {
  receiver = await FaroReceiver.open();
  site = await startSystem(folder.path, 'off', { CHARTER_FARO_URL: receiver.url });
}, 60_000);
beforeEach(() => {
  receiver.told.length = 0;
  receiver.asked.length = 0;
});
afterAll(async () => {
  await site.stop();
  await receiver.close();
  folder.remove();
});

const SECRET = 'CASE-4711';
/** An address with what must not be told. */
const asking = `/search?q=${SECRET}`;
const yes = /^Yes, it may$/;
const no = /^No, it may not$/;

/** Longer than what is to be told waits to be sent together. */
const longerThanABatch = 1_000;

const bytesLoaded = `[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .reduce((sum, { transferSize }) => sum + transferSize, 0)`;

function visitor(options: BrowserContextOptions = {}): Promise<Page> {
  return newVisitor({ baseURL: site.url, ...options });
}

async function visitsOtherPages(tab: Page): Promise<void> {
  for (const path of ['/', '/live', asking, '/glossary']) {
    await tab.goto(path);
    await tab.locator('h1').click();
  }
  await pause(longerThanABatch);
}

describe('before an answer', () => {
  it('each page asks once, at its foot; nothing is loaded for it and nothing is sent', async () => {
    const tab = await visitor();
    const complaints = await complaintsOf(tab, [site.url]);
    for (const path of ['/', '/live', '/methods', asking]) {
      await tab.goto(path);
      expect(await tab.getByRole('complementary', { name: 'How pages work for you' }).isVisible()).toBe(true);
      expect(await tab.locator('script[src*="faro"], script[src*="telemetry"]').count()).toBe(0);
      expect(await tab.evaluate<number>(bytesLoaded)).toBeLessThan(100_000);
    }
    await visitsOtherPages(tab);
    expect(receiver.asked).toEqual([]);
    expect(complaints).toEqual([]);
    await tab.close();
  });

  it.each(['wide', 'narrow'] as const)('the question is no barrier in a %s window, and fits', async (window) => {
    const tab = await visitor({ viewport: windows[window] });
    for (const path of ['/glossary', '/privacy']) {
      await tab.goto(path);
      expect(await barriersOn(tab)).toEqual([]);
      expect(await pixelsOutside(tab)).toBe(0);
    }
    await tab.close();
  });
});

describe('after a no', () => {
  it.each([true, false])(
    'nobody is asked again and nothing is sent, with JavaScript: %p',
    async (javaScriptEnabled) => {
      const tab = await visitor({ javaScriptEnabled });
      const complaints = await complaintsOf(tab, [site.url]);
      await tab.goto(asking);
      await tab.getByRole('button', { name: no }).click();
      await tab.waitForURL((address) => `${address.pathname}${address.search}` === asking);
      expect(await tab.getByRole('button', { name: yes }).count()).toBe(0);
      await visitsOtherPages(tab);
      expect(receiver.asked).toEqual([]);
      expect(complaints).toEqual([]);
      await tab.close();
    },
  );
});

describe('after a yes', () => {
  it('views, vitals and an error arrive, and nothing that says what was read or by whom', async () => {
    const tab = await visitor();
    const complaints = await complaintsOf(tab, [site.url, receiver.url]);
    await tab.route(/\/assets\/live\.script\./, (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `setTimeout(() => { throw new RangeError('${SECRET} cannot be shown'); }, 500);`,
      }),
    );
    await tab.goto(asking);
    await tab.getByRole('button', { name: yes }).click();
    await receiver.hears('page_view', 'fcp', 'ttfb');
    await tab.goto(`/live?group=contact#${SECRET}`);
    await receiver.hears('RangeError');
    await tab.goto('/glossary');
    await receiver.hears('lcp', 'cls');
    await pause(longerThanABatch);
    const [error] = receiver.told.flatMap(({ exceptions = [] }) => exceptions);
    expect(error).toMatchObject({ type: 'RangeError', value: 'left out' });
    expect(error?.stacktrace?.frames).toMatchObject([
      { filename: expect.stringMatching(/^\/assets\/live\.script\.[0-9a-f]{12}\.js$/), lineno: 1 },
    ]);
    const addresses = new Set(receiver.told.map(({ meta }) => meta.page?.url));
    expect([...addresses].sort()).toEqual(['/glossary', '/live', '/search'].map((path) => `${site.url}${path}`));
    expect(new Set(receiver.told.flatMap(({ meta }) => Object.keys(meta)))).toEqual(
      new Set(['app', 'browser', 'page', 'sdk']),
    );
    const everything = receiver.asked.join('\n');
    expect(everything).not.toMatch(new RegExp(`${SECRET}|cannot be shown|\\?[a-z]|group=|cookie|referer|session`, 'i'));
    expect(complaints.filter((words) => !words.includes('cannot be shown'))).toEqual([]);
    expect(await tab.evaluate<number>('localStorage.length + sessionStorage.length')).toBe(0);
    await tab.close();
  });

  it('pages in place of others tell nothing', async () => {
    const tab = await visitor();
    await tab.goto('/glossary');
    await tab.getByRole('button', { name: yes }).click();
    await receiver.hears('page_view');
    await tab.goto(`/live/measure/${SECRET}`);
    await pause(longerThanABatch);
    expect(receiver.asked.join('\n')).not.toContain(SECRET);
    await tab.close();
  });

  it('it can be changed to a no, from when on nothing is sent', async () => {
    const tab = await visitor();
    await tab.goto('/privacy');
    await tab.getByRole('button', { name: yes }).click();
    await tab.getByText('You said yes.').waitFor();
    await receiver.hears('page_view');
    await tab.getByRole('button', { name: no }).click();
    await tab.getByText('You said no, so nothing is sent.').waitFor();
    await pause(longerThanABatch);
    const before = receiver.asked.length;
    await visitsOtherPages(tab);
    expect(receiver.asked).toHaveLength(before);
    await tab.close();
  });

  it('it is kept without JavaScript too, where nothing is sent', async () => {
    const tab = await visitor({ javaScriptEnabled: false });
    await tab.goto('/privacy');
    await tab.getByRole('button', { name: yes }).click();
    await tab.getByText('You said yes.').waitFor();
    await visitsOtherPages(tab);
    expect(receiver.asked).toEqual([]);
    await tab.close();
  });
});

describe('by keyboard', () => {
  it('either answer is one key after the question', async () => {
    const tab = await visitor();
    await tab.goto('/glossary');
    await tab.getByRole('link', { name: 'What it tells' }).focus();
    for (const answer of ['Yes, it may', 'No, it may not']) {
      await tab.keyboard.press('Tab');
      expect(await tab.locator(':focus').innerText()).toBe(answer);
    }
    await tab.keyboard.press('Enter');
    await tab.getByRole('button', { name: no }).waitFor({ state: 'detached' });
    await tab.close();
  });
});

describe('a receiver that cannot be reached', () => {
  it('changes nothing on the pages', async () => {
    const away = await FaroReceiver.open();
    const elsewhere = newDataFolder();
    const alone = await startSystem(elsewhere.path, 'off', { CHARTER_FARO_URL: away.url });
    await away.close();
    const tab = await newVisitor({ baseURL: alone.url });
    const errors: string[] = [];
    tab.on('pageerror', ({ message }) => errors.push(message));
    await tab.goto('/glossary');
    await tab.getByRole('button', { name: yes }).click();
    await tab.goto('/live');
    await pause(longerThanABatch);
    expect(await tab.locator('main h1').isVisible()).toBe(true);
    expect(await tab.locator('#live-state').innerText()).toBe('Updates as events come in.');
    expect(errors).toEqual([]);
    await tab.close();
    await alone.stop();
    elsewhere.remove();
  }, 60_000);
});
