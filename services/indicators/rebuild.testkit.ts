import fc from 'fast-check';
import { smallRules } from '../../libs/measures/fold/case.testkit.js';
import { programOf } from '../../libs/measures/fold/program.measure.js';
import { layoutOf } from '../../libs/measures/layout.measure.js';
import { measures } from '../../libs/measures/measure-list.measure.js';
import type { EngineStore } from '../../libs/store/engine-store.port.js';
import { anEvent, type EngineDoor } from './engine.testkit.js';
import { storedSum } from './figures-sum.service.js';
import type { Computation } from './open-engine.service.js';
import { Rebuild } from './rebuild.service.js';
import { differencesBetween } from './sum-difference.rule.js';

/** What the version `f1` of the tests computes. */
export const computation: Computation = {
  program: programOf(measures, smallRules),
  fingerprint: 'f1',
  layout: JSON.stringify(layoutOf(measures)),
};

const received = { type: 'charter.application.received.v1', data: { benefit: 'SCP', channel: 'phone' } };
const decided = { type: 'charter.decision.made.v1', data: { outcome: 'authorised' } };
const told = { source: 'urn:example:claims', id: '1' };

/** Facts of some cases in any order, with repetitions, contradictions, corrections, withdrawals and nonsense. */
export const someEvents: fc.Arbitrary<readonly object[]> = fc.array(
  fc
    .record({
      subject: fc.constantFrom('CLAIM-000001', 'CLAIM-000002', 'CLAIM-000003', 'CLAIM-000004'),
      id: fc.constantFrom('1', '2', '3', '4'),
      day: fc.integer({ min: 1, max: 28 }),
      recorded: fc.integer({ min: 1, max: 28 }),
      said: fc.constantFrom(
        ...[received, received, decided, { type: 'charter.case.work-started.v1', data: {} }],
        { type: 'charter.fact.corrected.v1', data: { ...told, time: '2026-03-03T10:00:00Z' } },
        { type: 'charter.fact.withdrawn.v1', data: { ...told, reason: 'wrong-case' } },
        { type: 'charter.nonsense.v1' },
      ),
    })
    .map(({ subject, id, day, recorded, said }) =>
      anEvent(id, {
        ...said,
        subject,
        time: `2026-04-${String(day).padStart(2, '0')}T09:00:00Z`,
        recordedtime: `2026-05-${String(recorded).padStart(2, '0')}T09:00:00Z`,
      }),
    ),
  { minLength: 1, maxLength: 30 },
);

/** Rebuilds to the end as the command does; answers the differences found, having switched if there were none. */
export async function rebuildAll(door: EngineDoor, store: EngineStore = door.store): Promise<readonly string[]> {
  const rebuild = await Rebuild.begin({
    log: door.log,
    store,
    computation,
    cachedCases: 4,
    alarm: (message) => door.alarms.push(message),
    pause: () => Promise.resolve(),
  });
  await rebuild.fill(() => undefined);
  const differences: string[] = [];
  for (const partition of rebuild.partitions) {
    const { inUse, beside } = await rebuild.hold(partition);
    differences.push(...differencesBetween(inUse, beside, layoutOf(measures)));
  }
  if (differences.length === 0) await rebuild.moveReaders();
  return differences;
}

/** Where two generations differ, in any partition. */
export async function differencesOf(door: EngineDoor, one: string, other: string): Promise<readonly string[]> {
  const differences: string[] = [];
  for (let partition = 0; partition < 2; partition += 1) {
    const [a, b] = [await storedSum(door.store, one, partition), await storedSum(door.store, other, partition)];
    differences.push(...differencesBetween(a, b, layoutOf(measures)));
  }
  return differences;
}
