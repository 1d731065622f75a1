import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2 AA, the size of targets included: the rule and where. */
export async function barriersOn(tab: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: tab }).withTags(standard).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** How many pixels of a page lie outside the window, sideways. */
export async function pixelsOutside(tab: Page): Promise<number> {
  return tab.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
}
