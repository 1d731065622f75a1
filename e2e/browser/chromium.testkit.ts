import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll } from '@jest/globals';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { theSite } from './site.testkit.js';

const executablePath = '/usr/bin/chromium';
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Window sizes in CSS pixels: a desk's, and the narrowest that a page must be readable at (WCAG 1.4.10). */
export const windows = { wide: { width: 1280, height: 900 }, narrow: { width: 320, height: 800 } } as const;

/** Of a tab of somebody who looks as the public. */
export function asPublicReader(): BrowserContextOptions {
  const { hostname } = new URL(theSite());
  const kept = { domain: hostname, path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Strict' } as const;
  return { storageState: { cookies: [{ name: 'charter-look-as', value: 'public', ...kept }], origins: [] } };
}

/** Tabs of a browser that has only what it was given. */
export interface Tabs {
  /** A tab at a path of the site; tabs with equal options share what they keep, such as what was loaded before. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  /** An empty tab of somebody who was never here. */
  readonly newVisitor: (options?: BrowserContextOptions) => Promise<Page>;
}

/** Starts Chromium for the tests of a file. */
export function useChromium(): Tabs {
  let browser: Browser | null = null;
  const shared = new Map<string, BrowserContext>();

  beforeAll(async () => {
    if (!existsSync(executablePath)) {
      throw new Error(`${executablePath} is not there: apt-get install chromium fonts-liberation`);
    }
    browser = await chromium.launch({ executablePath, args: flags });
  });
  afterAll(async () => {
    await browser?.close();
  });

  const newContext = (options: BrowserContextOptions): Promise<BrowserContext> => {
    if (browser === null) throw new Error('Chromium is there only while a test runs');
    return browser.newContext({ baseURL: theSite(), viewport: windows.wide, ...options });
  };
  const newVisitor = async (options: BrowserContextOptions = {}): Promise<Page> =>
    (await newContext(options)).newPage();
  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const key = JSON.stringify(options);
    const context = shared.get(key) ?? (await newContext(options));
    shared.set(key, context);
    const tab = await context.newPage();
    const answer = await tab.goto(path);
    if (answer !== null && !answer.ok()) throw new Error(`${path} was answered ${answer.status()}`);
    return tab;
  };
  return { open, newVisitor };
}

/** Waits until an expression is true in a tab. Asked from outside, for the policy of the pages forbids `eval` inside. */
export async function becomesTrue(tab: Page, expression: string, milliseconds = 5_000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!(await tab.evaluate<boolean>(expression))) {
    if (Date.now() > deadline) throw new Error(`not within ${milliseconds} ms: ${expression}`);
    await pause(50);
  }
}
