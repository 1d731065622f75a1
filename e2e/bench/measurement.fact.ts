/** One part of a bench, measured once. What this machine cannot tell is `null`. */
export interface Measurement {
  /** Counted from 1. Parts of one run stood side by side, so their rates may be divided by one another. */
  readonly run: number;
  readonly part: string;
  /** Load average of the last minute, just before. The parts before have a share in it. */
  readonly loadBefore: number;
  readonly events: number;
  readonly seconds: number;
  readonly eventsPerSecond: number;
  /** CPU seconds of the processes measured, together. */
  readonly cpuSeconds: number | null;
  /** CPU seconds of the store's server. */
  readonly storeCpuSeconds: number | null;
  /** The most memory that the processes measured have had, MiB, added up. */
  readonly peakMiB: number | null;
  /** Cores that everything else on the machine kept busy meanwhile. */
  readonly otherCores: number | null;
}

/** What a measurement rests on. */
export interface Machine {
  readonly cpus: number;
  readonly cpu: string;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly kafka: string;
  readonly store: string;
}
