import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkout } from './planted-tree.testkit.js';

/** What makes code, a command or markup of a text. */
const interpreters = {
  'code of text': /\beval\s*\(|\bnew Function\b|\bFunction\s*\(|['"](node:)?vm['"]|setTimeout\(\s*['"`]/,
  'commands of text': /['"](node:)?child_process['"]/,
  'markup of text': /innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML/,
};
const only = /\.(spec|testkit|stack|contract)\.tsx?$/;

/** Source that runs: not tests, nor what they stand on. */
function sources(): readonly string[] {
  return ['services', 'libs', 'dashboards'].flatMap((room) =>
    readdirSync(join(checkout, room), { recursive: true, encoding: 'utf8' })
      .map((path) => `${room}/${path}`)
      .filter((path) => /\.tsx?$/.test(path) && !only.test(path)),
  );
}

describe('what runs', () => {
  it.each(Object.entries(interpreters))('makes no %s', (_, interpreter) => {
    const found = sources().filter((path) => interpreter.test(readFileSync(join(checkout, path), 'utf8')));
    expect(found).toEqual([]);
  });

  it.each([
    ["eval('1')", 'code of text'],
    ["new Function('return 1')", 'code of text'],
    ["import { runInNewContext } from 'node:vm';", 'code of text'],
    ["import { exec } from 'node:child_process';", 'commands of text'],
    ['<p dangerouslySetInnerHTML={{ __html: text }} />', 'markup of text'],
  ] as const)('would be found: %s', (text, kind) => expect(text).toMatch(interpreters[kind]));
});
