import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { useChromium, windows } from './chromium.testkit.js';
import { pages } from './site.testkit.js';

const { open } = useChromium();

/** Where pictures are to be put; nowhere where nobody asks for them. */
const folder = process.env['CHARTER_SCREENSHOTS'];

describe('a picture', () => {
  it('is made of every page at both widths, if a folder is named', async () => {
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
    for (const path of folder === undefined ? pages.slice(0, 1) : pages) {
      for (const [window, viewport] of Object.entries(windows)) {
        const tab = await open(path, { viewport });
        const picture = await tab.screenshot({ fullPage: true, ...placeFor(path, window) });
        expect(picture.byteLength).toBeGreaterThan(10_000);
        await tab.close();
      }
    }
  }, 120_000);
});

function placeFor(path: string, window: string): { readonly path?: string } {
  const name = path.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-|-$/g, '') || 'front';
  return folder === undefined ? {} : { path: join(folder, `${name}.${window}.png`) };
}
