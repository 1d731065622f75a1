import type { EventLog } from '../../libs/log/event-log.port.js';
import { refuseUnsoundMeasures } from '../../libs/measures/declarations.rule.js';
import { fingerprintOf } from '../../libs/measures/fold/fingerprint.rule.js';
import { programOf, type Program } from '../../libs/measures/fold/program.measure.js';
import { layoutOf } from '../../libs/measures/layout.measure.js';
import { measures } from '../../libs/measures/measure-list.measure.js';
import { registerHash } from '../../libs/register/register-hash.codec.js';
import { rulesOf } from '../../libs/register/register-rules.rule.js';
import type { Register } from '../../libs/register/register.fact.js';
import type { EngineStore } from '../../libs/store/engine-store.port.js';
import { Engine } from './engine.service.js';
import type { EngineWatch } from './engine-watch.port.js';
import type { Fingerprinted } from './generation-choice.rule.js';
import { OwnGenerations } from './own-generations.service.js';

export interface EngineParts {
  readonly log: EventLog;
  readonly store: EngineStore;
  readonly register: Register;
  /** Unchanged cases kept in memory, for each partition. */
  readonly cachedCases: number;
  /** Told of an event that made the fold fail. */
  readonly alarm: (message: string, error: unknown) => void;
  readonly watch?: EngineWatch;
}

/** What is computed, and what its generations are known by. */
export interface Computation extends Fingerprinted {
  readonly program: Program;
}

/** This program's measures over a register. */
export function computationOf(register: Register): Computation {
  refuseUnsoundMeasures(measures);
  return {
    program: programOf(measures, rulesOf(register)),
    fingerprint: fingerprintOf(measures, registerHash(register)),
    layout: JSON.stringify(layoutOf(measures)),
  };
}

/** The engine that writes to the generations of this program's measures and register, and what those are known by. */
export async function openEngine({ register, ...parts }: EngineParts): Promise<{
  readonly engine: Engine;
  /** The generation that partitions are taken up in for now. */
  readonly generation: string;
  readonly fingerprint: string;
}> {
  const { log, store } = parts;
  const { program, fingerprint, layout } = computationOf(register);
  const generations = await OwnGenerations.open(store, log, { fingerprint, layout });
  const partitionCount = await log.partitionCount();
  const engine = new Engine({ ...parts, program, generations, partitionCount });
  return { engine, generation: await generations.takeUp(), fingerprint };
}
