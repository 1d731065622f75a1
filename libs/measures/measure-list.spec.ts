import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { effectiveFacts } from '../events/correction.fact.js';
import { FACT_NAMES } from '../events/fact-name.fact.js';
import { arrivals, factsLeftBy, smallRules } from './fold/case.testkit.js';
import { Contributions, contributionsOf } from './fold/contributions.measure.js';
import { programOf } from './fold/program.measure.js';
import type { Reading } from './journeys/case-reading.journey.js';
import { journeys } from './journeys/case-views.journey.js';
import { measures } from './measure-list.measure.js';
import { cubesOf, factsThatChange, nameOf } from './measure.measure.js';

const program = programOf(measures, smallRules);
const randomCases = { seed: 20260401, numRuns: 12_000 };

/** For each measure, by index, the names of facts that have made a difference to it in some random case. */
const seen = measures.map(() => new Set<string>());

/** Source: contract, measures, "Kinds": cohorts, whose items are placed by how they began. */
const longerProvisional: Readonly<Record<string, number>> = {
  'right-first-time': 180,
  'redetermination-rate': 90,
  'formats-supplied': 90,
  'adjustments-made': 90,
  'advocacy-started': 90,
  'home-visits-held': 90,
  'feedback-acted-on': 90,
};

describe('the list of measures', () => {
  it('names each once', () => {
    expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length);
  });

  beforeAll(() => {
    for (const copies of fc.sample(arrivals, randomCases)) {
      const reading = effectiveFacts(factsLeftBy(copies));
      const whole = contributionsTo(reading);
      for (const fact of reading) {
        const lacking = contributionsTo(reading.filter((other) => other !== fact));
        whole.forEach((contributions, index) => {
          if (contributions !== lacking[index]) seen[index]?.add(fact.name);
        });
      }
    }
  });

  it.each(measures.map((measure, index) => ({ id: measure.id, measure, index })))(
    '$id is well declared, and reads what can change it and nothing else',
    ({ id, measure, index }) => {
      expect(id).toMatch(/^(survey\.)?[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      expect(measure.version).toMatch(/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/);
      expect(nameOf(measure)).toBe(`${id}@${measure.version}`);
      for (const words of [measure.title, measure.definition, measure.dateRule, measure.source]) {
        expect(words).toMatch(/\S/);
      }
      expect(measure.provisionalDays).toBe(longerProvisional[id] ?? 28);
      expect(measure.grains).toEqual(measure.journey === 'survey' ? ['year'] : undefined);
      expect(measure.settles).toBe(id === 'redetermination-notices' ? true : undefined);
      expect(measure.cohort).toBe(measure.provisionalDays > 28);
      expect(measure.parts !== undefined).toBe(measure.kind === 'shares');

      const placing = journeys[measure.journey].placedBy;
      expect(new Set(measure.reads).size).toBe(measure.reads.length);
      expect(measure.reads.filter((name) => placing.includes(name))).toEqual([]);
      expect([...(seen[index] ?? [])].sort()).toEqual([...factsThatChange(measure)].sort());
    },
  );

  it('knows only facts of the contract, and no fact that puts right', () => {
    const read = measures.flatMap((measure) => [...factsThatChange(measure)]);
    expect(read.filter((name) => !FACT_NAMES.includes(name) || name.startsWith('fact.'))).toEqual([]);
  });

  it('has the cubes of the contract, of dimensions that the journey has; waiting goes with benefit and channel', () => {
    for (const measure of measures) {
      const space = journeys[measure.journey].space;
      for (const cube of cubesOf(measure)) {
        expect(cube.filter((name) => name !== 'waiting' && space.codesOf(name) === null)).toEqual([]);
        expect(cube.includes('waiting')).toBe(measure.id === 'open-applications' && cube.includes('channel'));
      }
    }
  });
});

/** What a reading contributes to each measure, as one text. */
function contributionsTo(reading: Reading): readonly string[] {
  const found = measures.map(() => '');
  const contributions = new Contributions();
  contributionsOf(reading, program, [...measures.keys()], contributions);
  contributions.forEach((measure, tuple, day, x) => {
    found[measure] = `${found[measure] ?? ''} ${tuple},${day},${x}`;
  });
  return found;
}
