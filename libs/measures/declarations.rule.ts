import { sameJson } from '../events/content.fact.js';
import { FACT_NAMES } from '../events/fact-name.fact.js';
import { nameOf, type Measure } from './measure.measure.js';
import { inForceFrom, newestOfEach, versionsNamed, type Versions } from './versions.measure.js';

/** Declarations that contradict themselves or one another. Nothing is counted with them. */
export class MeasuresRefused extends Error {
  readonly code = 'measures-refused';
  readonly retriable = false;
  constructor(readonly faults: readonly string[]) {
    super(`Measures refused:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

/**
 * Checks what the type of a declaration cannot say; made at start.
 *
 * @throws MeasuresRefused naming every fault
 */
export function refuseUnsoundMeasures(measures: readonly Measure[]): void {
  const names = measures.map(nameOf);
  const twice = names.filter((name, place) => names.indexOf(name) !== place);
  const faults = [
    ...twice.map((name) => `${name} is declared twice`),
    ...measures.flatMap(faultsOf),
    ...newestOfEach(measures).flatMap(({ id }) => faultsBetween(versionsNamed(id, measures))),
  ];
  if (faults.length > 0) throw new MeasuresRefused(faults);
}

function faultsOf(measure: Measure): readonly string[] {
  const { id, version, kind, unit, reads, parts, provisionalDays, cohort, derivedDimensions, clock } = measure;
  const runsOnAClock = kind === 'limit' || kind === 'time' || kind === 'stock';
  const rules: readonly (readonly [holds: boolean, rule: string])[] = [
    [/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(id), 'the id is lower-case words joined by hyphens'],
    [/^\d+\.\d+\.\d+$/.test(version), 'the version is three numbers'],
    [
      measure.title !== '' && measure.definition !== '' && measure.source !== '',
      'title, definition and source are stated',
    ],
    [reads.every((name) => FACT_NAMES.includes(name)), 'it reads facts that there are'],
    [new Set(reads).size === reads.length, 'it names each fact that it reads once'],
    [(kind === 'shares') === (parts !== undefined), 'shares, and only they, have parts'],
    [new Set(parts).size === (parts?.length ?? 0), 'its parts differ'],
    [
      (kind === 'proportion' || kind === 'limit') === (unit === 'proportion'),
      'proportions and limits have the unit proportion',
    ],
    [(kind === 'time') === (unit === 'working days'), 'times are in working days'],
    [runsOnAClock === (clock !== null), 'limits, times and stocks, and only they, say which clock runs'],
    [!measure.settles || kind === 'proportion', 'only of a proportion it must be said that its items settle'],
    [measure.grains?.length !== 0, 'it has figures by some grain'],
    [derivedDimensions === undefined || kind === 'stock', 'only a stock has dimensions worked out when asked'],
    [
      provisionalDays >= 28 && cohort === provisionalDays > 28,
      'cohorts, and only they, stay provisional longer than 28 days',
    ],
  ];
  return rules.flatMap(([holds, rule]) => (holds ? [] : [`${nameOf(measure)}: not so that ${rule}`]));
}

/** What versions of one measure must have in common for one heading and one question to fit them all. */
const inCommon = ['kind', 'unit', 'betterWhen', 'journey', 'parts', 'grains', 'derivedDimensions'] as const;

function faultsBetween(versions: Versions): readonly string[] {
  const [first, ...later] = versions;
  if (first === undefined) return [];
  const days = versions.map(inForceFrom);
  const rules: readonly (readonly [holds: boolean, rule: string])[] = [
    [first.inForceFrom === undefined, 'its first version is in force from the beginning'],
    [
      days.every((day, place) => !Number.isNaN(day) && days.indexOf(day) === place),
      'each later one has a day of its own',
    ],
    [
      later.every((version) => inCommon.every((name) => sameJson(version[name], first[name]))),
      `all versions agree in ${inCommon.join(', ')}`,
    ],
  ];
  return rules.flatMap(([holds, rule]) => (holds ? [] : [`${first.id}: not so that ${rule}`]));
}
