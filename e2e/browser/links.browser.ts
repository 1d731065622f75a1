import { describe, expect, it } from '@jest/globals';
import { pages, theSite } from './site.testkit.js';

describe('every link', () => {
  it('leads to something', async () => {
    const found = await Promise.all(pages.map((path) => linksOn(path)));
    const links = [...new Set(found.flat())];
    expect(links.length).toBeGreaterThan(50);
    const dead: string[] = [];
    for (const link of links) {
      const response = await fetch(new URL(link, theSite()));
      if (!response.ok) dead.push(`${link}: ${response.status}`);
      await response.arrayBuffer();
    }
    expect(dead).toEqual([]);
  }, 60_000);
});

/** Addresses within the site that a page names, without the places in them. */
async function linksOn(path: string): Promise<readonly string[]> {
  const html = await (await fetch(new URL(path, theSite()))).text();
  const addresses = [...html.matchAll(/ href="([^"#]+)/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'));
  return addresses.filter((address) => address.startsWith('/'));
}
