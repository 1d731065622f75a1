import { applicationsReceived } from '../../libs/measures/applications-received/applications-received.measure.js';
import { programOf, type Program } from '../../libs/measures/fold/program.measure.js';
import { layoutOf } from '../../libs/measures/layout.measure.js';
import { measures } from '../../libs/measures/measure-list.measure.js';
import type { Measure, MeasureOf } from '../../libs/measures/measure.measure.js';
import { secondVersion } from '../../libs/measures/two-versions.testkit.js';
import { registerHash } from '../../libs/register/register-hash.codec.js';
import { rulesOf } from '../../libs/register/register-rules.rule.js';
import { loadRegister } from '../../libs/register/register.store.js';
import { fingerprintOf } from '../../libs/measures/fold/fingerprint.rule.js';

/** What a process computes with: the program and what it is known by. */
export interface Version {
  readonly program: Program;
  readonly fingerprint: string;
  readonly layout: string;
}

const register = loadRegister();
export const rules = rulesOf(register);

/** Cannot count some claims, by phone and denied: the fact that makes a claim one of them must end in quarantine. */
const brittle: MeasureOf<'claim'> = {
  ...applicationsReceived,
  id: 'brittle',
  reads: ['decision.made'],
  contribute: ({ received, decided, receivedDay }, _rules, count) => {
    if (received.data.channel === 'phone' && decided?.data.outcome === 'denied') throw new TypeError('brittle');
    count(receivedDay, 0);
  },
};

export function versionOf(ofMeasures: readonly Measure[]): Version {
  return {
    program: programOf(ofMeasures, rules),
    fingerprint: fingerprintOf(ofMeasures, registerHash(register)),
    layout: JSON.stringify(layoutOf(ofMeasures)),
  };
}

/** Follows another version in the middle of what is told. */
export const laterVersion: Measure = { ...secondVersion, inForceFrom: '2026-01-14' };
const everyVersion: readonly Measure[] = [...measures, laterVersion];

/** Every measure and a second version of one; and as it might be next: the same, numbered otherwise. */
export const versions: readonly Version[] = [versionOf(everyVersion), versionOf([...everyVersion].reverse())];

export const brittleVersions: readonly Version[] = [
  versionOf([...everyVersion, brittle]),
  versionOf([brittle, ...[...everyVersion].reverse()]),
];

/** What fails where the brittle versions fail, and counts nothing else. */
export const onlyBrittle: Program = programOf([brittle], rules);
