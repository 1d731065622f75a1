import { afterAll, describe, expect, it } from '@jest/globals';
import { PlantedTree, printedBy } from './planted-tree.testkit.js';

interface FileVerdict {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null }[];
}

/** A file with one line in it that breaks a rule, or none. */
type Plant = readonly [path: string, line: string, rule: string | null];

const pure: readonly Plant[] = ['events', 'calendars', 'measures', 'disclosure', 'synthetic'].flatMap(
  (room): readonly Plant[] => [
    [`libs/${room}/now.rule.ts`, 'export const now = Date.now();', 'no-restricted-properties'],
    [`libs/${room}/new-date.rule.ts`, 'export const now = new Date();', 'no-restricted-syntax'],
    [`libs/${room}/date.rule.ts`, 'export const now = Date();', 'no-restricted-syntax'],
    [`libs/${room}/chance.rule.ts`, 'export const chance = Math.random();', 'no-restricted-properties'],
    [`libs/${room}/environment.rule.ts`, "export const home = process.env['HOME'];", 'no-restricted-globals'],
    [`libs/${room}/timer.rule.ts`, 'setTimeout(() => 1, 1);', 'no-restricted-globals'],
    [`libs/${room}/identity.rule.ts`, 'export const id = crypto.randomUUID();', 'no-restricted-globals'],
    [`libs/${room}/given.rule.ts`, 'export const day = (at: number): Date => new Date(at);', null],
    [`libs/${room}/given.spec.ts`, 'export const now = Date.now();', null],
  ],
);

const everywhere: readonly Plant[] = [
  ['libs/access/default.rule.ts', 'export default 1;', 'no-restricted-syntax'],
  ['libs/measures/default.rule.ts', 'export default 1;', 'no-restricted-syntax'],
  ['libs/access/any.rule.ts', 'export const any: any = 1;', '@typescript-eslint/no-explicit-any'],
  ['libs/access/untyped.rule.ts', 'export const two = () => 2;', '@typescript-eslint/explicit-module-boundary-types'],
  [
    'libs/access/value-import.rule.ts',
    "import { Stats } from 'node:fs';\nexport const size = (stats: Stats): number => stats.size;",
    '@typescript-eslint/consistent-type-imports',
  ],
  [
    'libs/access/ignored.rule.ts',
    '// @ts-ignore: it is late\nexport const one = 1;',
    '@typescript-eslint/ban-ts-comment',
  ],
  ['libs/access/console.rule.ts', 'console.log(1);', 'no-console'],
  ['services/query/console.service.ts', 'console.log(1);', 'no-console'],
  ['services/query/main.ts', 'console.log(1);', null],
  ['services/cli/console.command.ts', 'console.log(1);', null],
  ['services/query/now.service.ts', 'export const now = Date.now();', null],
  ['libs/access/disabled.rule.ts', '// eslint-disable-next-line\nconsole.log(1);', 'no-console'],
];

describe('the rules of the code', () => {
  const plants = [...pure, ...everywhere];
  const tree = new PlantedTree()
    .copy('eslint.config.js', 'tsconfig.json', 'package.json')
    .link('node_modules')
    .plant(Object.fromEntries(plants.map(([path, line]) => [path, `${line}\nexport const planted = 1;\n`])));
  const verdict = printedBy('eslint/bin/eslint.js', ['--format', 'json', '.'], tree.folder);
  afterAll(() => tree.remove());

  it('bite: the clock, chance, the environment and the console are found where they must not be', async () => {
    const verdicts: readonly FileVerdict[] = JSON.parse(await verdict);
    const found = new Map(
      verdicts.map(({ filePath, messages }) => [
        filePath.slice(tree.folder.length + 1),
        messages.map(({ ruleId }) => ruleId).filter((rule) => rule !== null),
      ]),
    );
    for (const [path, , rule] of plants) expect([path, found.get(path)]).toEqual([path, rule === null ? [] : [rule]]);
  }, 60_000);
});
