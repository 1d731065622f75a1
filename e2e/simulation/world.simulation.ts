import type { Chance } from './chance.simulation.js';
import type { Gate } from './gate.simulation.js';
import { GatedLog } from './gated.log.js';
import { GatedStore } from './gated.store.js';
import type { JournalledStore } from './journalled.store.js';
import type { Ledger } from './ledger.oracle.js';
import type { Plan } from './plan.simulation.js';
import type { PlantedLog } from './planted-log.simulation.js';
import type { Trace } from './trace.simulation.js';
import type { Version } from './version.simulation.js';
import type { Watch } from './watch.oracle.js';

/** Time that passes only when the simulation says so, in milliseconds. */
export interface VirtualClock {
  now: number;
}

/** Everything that the processes of one simulation live in. */
export interface World {
  readonly chance: Chance;
  readonly plan: Plan;
  readonly clock: VirtualClock;
  readonly gate: Gate;
  readonly ledger: Ledger;
  readonly log: PlantedLog;
  readonly store: JournalledStore;
  readonly watch: Watch;
  readonly trace: Trace;
  /** The program now in use, and the one that may come after it. */
  readonly versions: readonly Version[];
  readonly parts: Parts;
}

/** What processes are built from: the place where a planted fault comes in. */
export interface Parts {
  readonly Log: typeof GatedLog;
  readonly Store: typeof GatedStore;
  /** What a process computes with, given the version that it should. */
  readonly version: (version: Version, clock: VirtualClock) => Version;
}

/** The system as it is. */
export const soundParts: Parts = { Log: GatedLog, Store: GatedStore, version: (version) => version };
