import type { EventLog } from '../../libs/log/event-log.port.js';
import { refuseUnsoundMeasures } from '../../libs/measures/declarations.rule.js';
import { programOf } from '../../libs/measures/fold/program.measure.js';
import { layoutOf } from '../../libs/measures/layout.measure.js';
import { measures } from '../../libs/measures/measure-list.measure.js';
import { registerHash } from '../../libs/register/register-hash.codec.js';
import { rulesOf } from '../../libs/register/register-rules.rule.js';
import type { Register } from '../../libs/register/register.fact.js';
import type { EngineStore } from '../../libs/store/engine-store.port.js';
import { Engine } from './engine.service.js';
import { fingerprintOf } from './fingerprint.rule.js';
import { openGeneration } from './generation.service.js';

export interface EngineParts {
  readonly log: EventLog;
  readonly store: EngineStore;
  readonly register: Register;
  /** Unchanged cases kept in memory, for each partition. */
  readonly cachedCases: number;
  /** Told of an event that made the fold fail. */
  readonly alarm: (message: string, error: unknown) => void;
}

/** The engine that writes to the generation of this program's measures and register, and the generation's id. */
export async function openEngine({ log, store, register, cachedCases, alarm }: EngineParts): Promise<{
  readonly engine: Engine;
  readonly generation: string;
}> {
  refuseUnsoundMeasures(measures);
  const generation = await openGeneration(store, log, {
    fingerprint: fingerprintOf(measures, registerHash(register)),
    layout: JSON.stringify(layoutOf(measures)),
  });
  const engine = new Engine({
    log,
    store,
    program: programOf(measures, rulesOf(register)),
    generation: generation.id,
    partitionCount: generation.partitionCount,
    cachedCases,
    alarm,
  });
  return { engine, generation: generation.id };
}
