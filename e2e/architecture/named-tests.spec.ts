import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ASVS_UP_TO_LEVEL_2 } from './asvs.testkit.js';
import { checkout } from './planted-tree.testkit.js';

const documents = readdirSync(join(checkout, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);

function textOf(path: string): string {
  return readFileSync(join(checkout, path), 'utf8');
}

describe('the tests that a document names', () => {
  it.each(documents)('are there: %s', (path) => {
    const named = [
      ...textOf(path).matchAll(
        /`((?:dashboards|docs|e2e|libs|services)\/[\w./-]+\.(?:spec|stack|contract|long|browser)\.ts)`/g,
      ),
    ];
    expect(named.map(([, file = '']) => file).filter((file) => !existsSync(join(checkout, file)))).toEqual([]);
  });
});

describe('the page on ASVS', () => {
  const text = textOf('docs/asvs.md');
  const rows = text.split('\n').filter((line) => /^\| \d+\.\d+\.\d+[ ,]/.test(line));
  const [claimed, others] = [
    rows.filter((row) => cellsOf(row).length === 4),
    rows.filter((row) => cellsOf(row).length === 2),
  ];

  it('has every requirement up to level 2 once', () => {
    const named = rows.flatMap((row) => cellsOf(row)[0]?.split(', ') ?? []);
    const all = Object.entries(ASVS_UP_TO_LEVEL_2).flatMap(([section, lasts]) =>
      lasts.map((last) => `${section}.${last}`),
    );
    expect(named.sort()).toEqual(all.sort());
  });

  it('names a file that is there for everything that it claims', () => {
    const shownBy = claimed.map((row) =>
      [...(cellsOf(row)[3] ?? '').matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
    );
    expect(shownBy.filter((files) => files.length === 0)).toEqual([]);
    expect(shownBy.flat().filter((file) => !existsSync(join(checkout, file)))).toEqual([]);
  });

  it('counts what it claims', () => {
    expect(text).toMatch(new RegExp(`\\| claimed +\\| +${claimed.length} \\|`));
    expect(claimed.length + others.length).toBe(rows.length);
  });
});

function cellsOf(row: string): readonly string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
