const tests = '\\.(spec|contract|testkit|stack)\\.tsx?$';
const packages = 'node_modules';
const named = (name) => `(^|node_modules/)${name}(/|$)`;

/** What may import what. Each rule has a probe in e2e/architecture/ that proves that it bites. */
export default {
  forbidden: [
    {
      name: 'No service imports another service',
      comment:
        'Services speak through the log and the store only, so that each can run alone. ' +
        'What two of them need belongs into a library; standalone wires them, the command line calls them.',
      severity: 'error',
      from: { path: '^services/(?!standalone/|cli/)([^/]+)/' },
      to: { path: '^services/', pathNot: '^services/($1|cli)/' },
    },
    {
      name: 'Nothing imports the command line',
      comment: 'It is a door. What others need of it belongs behind the door, into a service or a library.',
      severity: 'error',
      from: { pathNot: '^services/cli/' },
      to: { path: '^services/cli/' },
    },
    {
      name: 'Only standalone wires the pages',
      comment: 'Pages know query by HTTP, and no service knows its pages.',
      severity: 'error',
      from: { path: '^(services|libs)/', pathNot: '^services/standalone/' },
      to: { path: '^dashboards/' },
    },
    {
      name: 'No library imports a service',
      comment: 'Libraries lie below services: hand in what is needed as a parameter or through a port.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^services/', pathNot: '^services/cli/' },
    },
    {
      name: 'Intake knows no measure',
      comment: 'Intake checks events and appends them. What they count for is decided later, by indicators.',
      severity: 'error',
      from: { path: '^services/intake/' },
      to: { path: '^libs/(measures|store|disclosure)/' },
    },
    {
      name: 'Pages know only the HTTP contract of query',
      comment: 'A page that reads a figure past the contract shows what nobody else can see or check.',
      severity: 'error',
      from: { path: '^dashboards/' },
      to: {
        path: '^(services|libs)/',
        pathNot: '^(libs/(access|calendars|disclosure|serving|settings|telemetry)|services/cli)/',
      },
    },

    {
      name: 'Calendars import only calendars',
      comment: 'Days and periods are the ground that everything stands on.',
      severity: 'error',
      from: { path: '^libs/calendars/' },
      to: { path: '^libs/', pathNot: '^libs/calendars/' },
    },
    {
      name: 'Events import only events and calendars',
      comment: 'What a fact is does not depend on what is counted from it or on where it is kept.',
      severity: 'error',
      from: { path: '^libs/events/' },
      to: { path: '^libs/', pathNot: '^libs/(events|calendars)/' },
    },
    {
      name: 'Measures import only measures, events, calendars and types of the register',
      comment: 'A measure is arithmetic. What the register says comes in as a parameter.',
      severity: 'error',
      from: { path: '^libs/measures/', pathNot: tests },
      to: { path: '^libs/', pathNot: '^libs/(measures|events|calendars|register)/' },
    },
    {
      name: 'Measures know the register by its types',
      comment: 'A measure that reads the register itself cannot be computed for another register.',
      severity: 'error',
      from: { path: '^libs/measures/', pathNot: tests },
      to: { path: '^libs/register/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'Disclosure imports only disclosure, measures, events and calendars',
      comment: 'Rounding and suppression work on figures, wherever those come from.',
      severity: 'error',
      from: { path: '^libs/disclosure/', pathNot: tests },
      to: { path: '^libs/', pathNot: '^libs/(disclosure|measures|events|calendars)/' },
    },
    {
      name: 'Publication imports only publication, measures, calendars, and types of register and access',
      comment: 'A release is made from what is handed in, so that it can be made and checked anywhere.',
      severity: 'error',
      from: { path: '^libs/publication/', pathNot: tests },
      to: { path: '^libs/', pathNot: '^libs/(publication|measures|calendars|register|access)/' },
    },
    {
      name: 'Publication imports no package but fflate',
      comment: 'Spreadsheets are zip files; everything else that is published is text.',
      severity: 'error',
      from: { path: '^libs/publication/', pathNot: tests },
      to: { path: packages, pathNot: named('fflate') },
    },
    {
      name: 'The register imports only events and calendars',
      comment: 'It states what is laid down, and checks that against the codes that events may use.',
      severity: 'error',
      from: { path: '^libs/register/' },
      to: { path: '^libs/', pathNot: '^libs/(register|events|calendars)/' },
    },
    {
      name: 'Synthetic data imports only synthetic data, events, calendars and the register',
      comment: 'It follows the contract of events, and must not know how it is counted: no measure, no store.',
      severity: 'error',
      from: { path: '^libs/synthetic/', pathNot: tests },
      to: { path: '^libs/', pathNot: '^libs/(synthetic|events|calendars|register)/' },
    },
    {
      name: 'Synthetic data knows the register by its types',
      comment: 'What journeys follow comes in with the plan, so that they can follow something else.',
      severity: 'error',
      from: { path: '^libs/synthetic/', pathNot: tests },
      to: { path: '^libs/register/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'Only standalone and the command line make data up',
      comment: 'Nothing that takes in, counts or shows events can tell made-up ones from others.',
      severity: 'error',
      from: { path: '^(services|libs|dashboards)/', pathNot: ['^(services/(standalone|cli)|libs/synthetic)/', tests] },
      to: { path: '^libs/synthetic/' },
    },
    {
      name: 'The pure core imports no package',
      comment:
        'Calendars, measures, disclosure and synthetic data are functions of their arguments: no framework, no library.',
      severity: 'error',
      from: { path: '^libs/(calendars|measures|disclosure|synthetic)/', pathNot: tests },
      to: { path: packages },
    },
    {
      name: 'Events import no package but ajv',
      comment: 'JSON Schema is how facts are checked; anything else would tie the contract to a framework.',
      severity: 'error',
      from: { path: '^libs/events/', pathNot: tests },
      to: { path: packages, pathNot: named('ajv') },
    },
    {
      name: 'The pure core touches nothing of the machine',
      comment: 'No files, network, processes or timers: only hashing, compression and bytes, for codecs.',
      severity: 'error',
      from: { path: '^libs/(events|calendars|measures|disclosure|synthetic)/', pathNot: tests },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|zlib|buffer)$' },
    },

    {
      name: 'Only the log speaks Kafka',
      comment: 'kafkajs is unmaintained and has traps; it stays replaceable behind the port of libs/log.',
      severity: 'error',
      from: { pathNot: '^libs/log/' },
      to: { path: named('kafkajs') },
    },
    {
      name: 'Only the store speaks MongoDB',
      comment: 'Documents and filters stay behind the port of libs/store, which has other implementations.',
      severity: 'error',
      from: { pathNot: '^libs/store/' },
      to: { path: named('(mongoose|mongodb)') },
    },
    {
      name: 'Only the log and the store speak SQLite',
      comment: 'The embedded database has one schema and one owner of its transactions.',
      severity: 'error',
      from: { pathNot: '^libs/(log|store)/' },
      to: { path: '^(node:)?sqlite$' },
    },

    {
      name: 'Imports go round in no circle',
      comment: 'Find what both need, and let it stand on its own.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'Nothing imports a specification',
      comment:
        'What two specifications need is a .testkit.ts; what every implementation of a port must do a .contract.ts.',
      severity: 'error',
      from: {},
      to: { path: '\\.(spec|stack)\\.tsx?$' },
    },
    {
      name: 'Only tests import what is made for tests',
      comment: 'A build leaves contracts, test kits and e2e/ out.',
      severity: 'error',
      from: { path: '^(services|libs|dashboards)/', pathNot: tests },
      to: { path: '^e2e/|\\.(contract|testkit)\\.tsx?$' },
    },
    {
      name: 'What runs needs nothing that is only for development',
      comment: 'Move the package to dependencies, or its use into a test.',
      severity: 'error',
      from: { path: '^(services|libs|dashboards)/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'Tests from outside go through the doors',
      comment: 'They may start the application module of standalone; whatever else they need to see needs a door.',
      severity: 'error',
      from: { path: '^e2e/(?!simulation/)' },
      to: { path: '^services/', pathNot: '^services/(cli/|standalone/[^/]+\\.module\\.ts$)' },
    },
    {
      name: 'The simulation drives the engine and those who read its figures',
      comment: 'It tries them between any two calls; doors have tests of their own.',
      severity: 'error',
      from: { path: '^e2e/simulation/' },
      to: {
        path: '^services/',
        pathNot:
          '^services/(indicators/|query/(following/figure-follower\\.service|observations/holdings\\.rule)\\.ts$)',
      },
    },
    {
      name: 'The recount shares no code with what it checks',
      comment: 'Two programs that share a mistake agree about it.',
      severity: 'error',
      from: { path: '^e2e/recount/' },
      to: { path: '^(libs|dashboards)/' },
    },
    {
      name: 'Every import can be found',
      comment: 'A misspelt path, or a package that package.json does not name.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
