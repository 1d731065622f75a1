import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { measures } from './measure-list.measure.js';

const page = readFileSync('docs/add-a-measure.md', 'utf8');
const blocks = [...page.matchAll(/^`(\S+\.ts)`\n\n```ts\n([\s\S]*?)```$/gm)];

describe('the page on adding a measure', () => {
  it('shows files as they are', () => {
    expect(blocks.length).toBeGreaterThan(0);
    for (const [, file = '', code] of blocks) expect(code).toBe(readFileSync(file, 'utf8'));
  });

  it('names files that are there', () => {
    const named = [...page.matchAll(/`((?:libs|docs)\/[\w./-]+)`/g)].map(([, file = '']) => file);
    expect(named.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('walks through a measure that is on the list and whose output is pinned', () => {
    expect(measures.map(({ id }) => id)).toContain('appeals-lodged');
    expect(readFileSync('libs/measures/fold/fold-output.json', 'utf8')).toContain('appeals-lodged@1.0.0');
  });

  it('names every shape', () => {
    const shapes = readFileSync('libs/measures/shapes.measure.ts', 'utf8').matchAll(
      /^export function (\w+(?:On|Of|By|Between))</gm,
    );
    for (const [, shape = ''] of shapes) expect(page).toContain(`\`${shape}\``);
  });
});
