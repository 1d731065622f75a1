import { MemoryLog } from '../../libs/log/memory.log.js';
import { programOf, type Program } from '../../libs/measures/fold/program.measure.js';
import { smallRules } from '../../libs/measures/fold/case.testkit.js';
import { layoutOf } from '../../libs/measures/layout.measure.js';
import { measures } from '../../libs/measures/measure-list.measure.js';
import { MemoryStore } from '../../libs/store/memory.store.js';
import { countToTheEnd } from './counting.service.js';
import { Engine, type EngineContext } from './engine.service.js';
import { OwnGenerations } from './own-generations.service.js';
import type { FoldContext } from './partition-fold.service.js';

/** A day in the life of the tests: everything on the log is appended then. */
export const now = Date.UTC(2026, 5, 1, 12);

/** A log and a store in memory, and engines over them. All data are synthetic. */
export class EngineDoor {
  readonly log = new MemoryLog(2, () => now);
  readonly store = new MemoryStore();
  readonly alarms: string[] = [];

  async append(...events: readonly object[]): Promise<void> {
    await this.log.append(
      events.map((event) => ({
        key: 'subject' in event ? String(event.subject) : 'nobody',
        value: JSON.stringify(event),
      })),
    );
  }

  async context(
    program: Program = programOf(measures, smallRules),
    fingerprint = 'f1',
  ): Promise<EngineContext & FoldContext> {
    const layout = JSON.stringify(layoutOf(program.measures));
    const generations = await OwnGenerations.open(this.store, this.log, { fingerprint, layout });
    return {
      log: this.log,
      store: this.store,
      program,
      generations,
      generation: await generations.takeUp(),
      partitionCount: 2,
      cachedCases: 4,
      alarm: (message) => this.alarms.push(message),
    };
  }

  /** Counts all that is on the log with an engine of its own. */
  async count(context: EngineContext): Promise<void> {
    await countToTheEnd(context.log, new Engine(context), () => undefined);
  }
}

/** A synthetic event; `members` says what matters to the test. */
export function anEvent(
  id: string,
  members: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return {
    specversion: '1.0',
    id,
    source: 'urn:example:claims',
    type: 'charter.application.received.v1',
    time: '2026-04-01T09:30:00+01:00',
    subject: 'CLAIM-000001',
    data: { benefit: 'SCP', channel: 'online' },
    ...members,
  };
}
