import { afterAll, describe, expect, it } from '@jest/globals';
import { checkout, PlantedTree, printedBy, type Tree } from './planted-tree.testkit.js';

interface Report {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string; readonly comment: string }[] };
  };
}

const rooms = ['services', 'libs', 'dashboards', 'e2e'];

async function judged(folder: string): Promise<Report['summary']> {
  const args = ['--config', '.dependency-cruiser.js', '--output-type', 'json', ...rooms];
  const printed = await printedBy('dependency-cruiser/bin/dependency-cruise.mjs', args, folder);
  const report: Report = JSON.parse(printed);
  return report.summary;
}

/** What there is to be imported, all of it well behaved. */
const ground: Tree = {
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: { ajv: '1', framework: '1', kafkajs: '1', mongoose: '1' },
    devDependencies: { 'test-tool': '1' },
  }),
  ...Object.fromEntries(
    ['ajv', 'framework', 'kafkajs', 'mongoose', 'test-tool'].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
      [`node_modules/${name}/index.js`, 'exports.thing = 1;'],
    ]),
  ),
  ...Object.fromEntries(
    [
      'services/intake/door.controller.ts',
      'services/indicators/fold.service.ts',
      'services/query/answers.service.ts',
      'services/query/following/figure-follower.service.ts',
      'services/standalone/settings.settings.ts',
      'services/standalone/application.module.ts',
      'services/cli/main.ts',
      'dashboards/figures.page.tsx',
      'libs/events/decision.fact.ts',
      'libs/calendars/day.calendar.ts',
      'libs/measures/approval.measure.ts',
      'libs/disclosure/rounding.rule.ts',
      'libs/register/register.fact.ts',
      'libs/register/register.store.ts',
      'libs/synthetic/unfolding.rule.ts',
      'libs/log/event-log.port.ts',
      'libs/log/event-log.contract.ts',
      'libs/log/event-log.testkit.ts',
      'libs/log/memory-log.spec.ts',
      'libs/store/engine-store.port.ts',
      'libs/access/role.rule.ts',
      'e2e/doors/system.testkit.ts',
    ].map((path) => [path, 'export type Thing = 1; export const thing: Thing = 1;']),
  ),
};

/** A file that imports one thing. */
type Plant = readonly [path: string, imported: string];

/** For each rule, by its name, files that break it and no other. */
const breaches: Readonly<Record<string, readonly Plant[]>> = {
  'No service imports another service': [
    ['services/intake/planted.service.ts', '../indicators/fold.service.js'],
    ['services/query/planted.service.ts', '../indicators/fold.service.js'],
    ['services/indicators/planted.service.ts', '../standalone/settings.settings.js'],
  ],
  'Nothing imports the command line': [
    ['services/standalone/planted.module.ts', '../cli/main.js'],
    ['services/query/planted-by-command.service.ts', '../cli/main.js'],
    ['libs/log/planted-by-command.store.ts', '../../services/cli/main.js'],
    ['dashboards/planted-by-command.page.ts', '../services/cli/main.js'],
    ['e2e/doors/planted-by-command.spec.ts', '../../services/cli/main.js'],
  ],
  'Only standalone wires the pages': [
    ['services/query/planted-page.service.ts', '../../dashboards/figures.page.js'],
    ['libs/access/planted-page.rule.ts', '../../dashboards/figures.page.js'],
  ],
  'No library imports a service': [
    ['libs/store/planted.store.ts', '../../services/indicators/fold.service.js'],
    ['libs/events/planted-service.fact.ts', '../../services/intake/door.controller.js'],
  ],
  'Intake knows no measure': [
    ['services/intake/planted-measure.service.ts', '../../libs/measures/approval.measure.js'],
    ['services/intake/planted-store.service.ts', '../../libs/store/engine-store.port.js'],
  ],
  'Pages know only the HTTP contract of query': [
    ['dashboards/planted-service.page.ts', '../services/query/answers.service.js'],
    ['dashboards/planted-measure.page.tsx', '../libs/measures/approval.measure.js'],
  ],
  'Publication imports only publication, measures, calendars, and types of register and access': [
    ['libs/publication/planted.rule.ts', '../events/decision.fact.js'],
    ['libs/publication/planted-log.rule.ts', '../log/event-log.port.js'],
  ],
  'Publication imports no package but fflate': [['libs/publication/planted.codec.ts', 'framework']],
  'Calendars import only calendars': [
    ['libs/calendars/planted.calendar.ts', '../events/decision.fact.js'],
    ['libs/calendars/planted-register.calendar.ts', '../register/register.fact.js'],
  ],
  'Events import only events and calendars': [
    ['libs/events/planted.fact.ts', '../measures/approval.measure.js'],
    ['libs/events/planted-log.fact.ts', '../log/event-log.port.js'],
  ],
  'Measures import only measures, events, calendars and types of the register': [
    ['libs/measures/planted-store.measure.ts', '../store/engine-store.port.js'],
    ['libs/measures/planted-access.measure.ts', '../access/role.rule.js'],
  ],
  'Measures know the register by its types': [['libs/measures/planted.measure.ts', '../register/register.store.js']],
  'Disclosure imports only disclosure, measures, events and calendars': [
    ['libs/disclosure/planted.rule.ts', '../register/register.store.js'],
    ['libs/disclosure/planted-store.rule.ts', '../store/engine-store.port.js'],
  ],
  'The register imports only events and calendars': [
    ['libs/register/planted.store.ts', '../measures/approval.measure.js'],
  ],
  'Synthetic data imports only synthetic data, events, calendars and the register': [
    ['libs/synthetic/planted.rule.ts', '../measures/approval.measure.js'],
    ['libs/synthetic/planted-store.rule.ts', '../store/engine-store.port.js'],
  ],
  'Synthetic data knows the register by its types': [
    ['libs/synthetic/planted-register.rule.ts', '../register/register.store.js'],
  ],
  'Only standalone and the command line make data up': [
    ['services/query/planted-synthetic.service.ts', '../../libs/synthetic/unfolding.rule.js'],
    ['libs/log/planted-synthetic.log.ts', '../synthetic/unfolding.rule.js'],
  ],
  'The pure core imports no package': [
    ['libs/synthetic/planted-package.rule.ts', 'framework'],
    ['libs/calendars/planted-package.calendar.ts', 'framework'],
    ['libs/measures/planted-package.measure.ts', 'ajv'],
    ['libs/disclosure/planted-package.rule.ts', 'framework'],
  ],
  'Events import no package but ajv': [['libs/events/planted-package.fact.ts', 'framework']],
  'The pure core touches nothing of the machine': [
    ['libs/events/planted-machine.parser.ts', 'node:fs'],
    ['libs/synthetic/planted-machine.rule.ts', 'node:process'],
    ['libs/calendars/planted-machine.calendar.ts', 'node:process'],
    ['libs/measures/planted-machine.measure.ts', 'os'],
    ['libs/disclosure/planted-machine.rule.ts', 'node:timers'],
  ],
  'Only the log speaks Kafka': [
    ['services/indicators/planted-kafka.service.ts', 'kafkajs'],
    ['libs/store/planted-kafka.store.ts', 'kafkajs'],
  ],
  'Only the store speaks MongoDB': [
    ['services/query/planted-mongo.service.ts', 'mongoose'],
    ['libs/log/planted-mongo.store.ts', 'mongoose'],
  ],
  'Only the log and the store speak SQLite': [['services/query/planted-sqlite.service.ts', 'node:sqlite']],
  'Imports go round in no circle': [['libs/access/planted.rule.ts', './round.rule.js']],
  'Nothing imports a specification': [['libs/log/planted.spec.ts', './memory-log.spec.js']],
  'Only tests import what is made for tests': [
    ['libs/log/planted.store.ts', './event-log.testkit.js'],
    ['services/query/planted-contract.service.ts', '../../libs/log/event-log.contract.js'],
    ['services/query/planted-e2e.service.ts', '../../e2e/doors/system.testkit.js'],
  ],
  'What runs needs nothing that is only for development': [['services/query/planted-tool.service.ts', 'test-tool']],
  'Tests from outside go through the doors': [
    ['e2e/doors/planted.spec.ts', '../../services/indicators/fold.service.js'],
    ['e2e/doors/planted-settings.spec.ts', '../../services/standalone/settings.settings.js'],
  ],
  'The simulation drives the engine and those who read its figures': [
    ['e2e/simulation/planted.testkit.ts', '../../services/query/answers.service.js'],
  ],
  'The recount shares no code with what it checks': [
    ['e2e/recount/planted.oracle.ts', '../../libs/calendars/day.calendar.js'],
  ],
  'Every import can be found': [
    ['libs/access/planted-misspelt.rule.ts', './roll.rule.js'],
    ['libs/access/planted-unknown.rule.ts', 'package-that-nobody-named'],
  ],
};

/** What looks like a breach and is none. */
const allowed: readonly Plant[] = [
  ['services/standalone/allowed.module.ts', '../intake/door.controller.js'],
  ['services/standalone/allowed-pages.module.ts', '../../dashboards/figures.page.js'],
  ['services/cli/allowed.command.ts', '../indicators/fold.service.js'],
  ['services/cli/allowed-synthetic.command.ts', '../../libs/synthetic/unfolding.rule.js'],
  ['services/standalone/allowed-synthetic.service.ts', '../../libs/synthetic/unfolding.rule.js'],
  ['services/intake/allowed.service.ts', '../../libs/log/event-log.port.js'],
  ['dashboards/allowed.page.tsx', '../libs/calendars/day.calendar.js'],
  ['libs/events/allowed.schema.ts', 'ajv'],
  ['libs/register/allowed.store.ts', 'node:fs'],
  ['libs/measures/allowed.codec.ts', 'node:crypto'],
  ['libs/measures/allowed.spec.ts', '../register/register.store.js'],
  ['libs/log/allowed-kafka.store.ts', 'kafkajs'],
  ['libs/log/allowed-sqlite.store.ts', 'node:sqlite'],
  ['libs/log/allowed.spec.ts', './event-log.contract.js'],
  ['libs/log/allowed-tool.spec.ts', 'test-tool'],
  ['libs/store/allowed.store.ts', 'mongoose'],
  ['e2e/doors/allowed.spec.ts', '../../services/standalone/application.module.js'],
  ['e2e/simulation/allowed.testkit.ts', '../../services/indicators/fold.service.js'],
  ['e2e/simulation/reading.testkit.ts', '../../services/query/following/figure-follower.service.js'],
];

const importing = ([path, imported]: Plant): readonly [string, string] => [
  path,
  `import { thing } from '${imported}';\nexport const planted: unknown = thing;\n`,
];

describe('the import rules', () => {
  const tree = new PlantedTree()
    .copy('.dependency-cruiser.js', 'tsconfig.json')
    .plant(ground)
    .plant(Object.fromEntries([...Object.values(breaches).flat(), ...allowed].map(importing)))
    .plant({
      'libs/access/round.rule.ts': "export { planted as thing } from './planted.rule.js';\n",
      'libs/measures/allowed-type.measure.ts':
        "import type { Thing } from '../register/register.fact.js';\nexport const planted: Thing = 1;\n",
      'libs/synthetic/allowed-type.rule.ts':
        "import type { Thing } from '../register/register.fact.js';\nexport const planted: Thing = 1;\n",
    });
  const verdict = judged(tree.folder);
  afterAll(() => tree.remove());

  it('bite: every planted breach is found, under exactly its own rule, and nothing else is', async () => {
    const { violations } = await verdict;
    const found = violations.map(({ from, rule }) => `${from}: ${rule.name}`);
    const planted = Object.entries(breaches).flatMap(([rule, plants]) => plants.map(([path]) => `${path}: ${rule}`));
    expect([...new Set(found)].sort()).toEqual(planted.sort());
  });

  it('each have a planted breach', async () => {
    const { ruleSetUsed } = await verdict;
    expect(ruleSetUsed.forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(breaches).sort());
  });

  it('each say why', async () => {
    const { ruleSetUsed } = await verdict;
    for (const { comment } of ruleSetUsed.forbidden) expect(comment.length).toBeGreaterThan(30);
  });

  it('are kept by the whole tree', async () => {
    const { violations } = await judged(checkout);
    expect(violations.map(({ from, rule }) => `${from}: ${rule.name}`)).toEqual([]);
  }, 60_000);
});
