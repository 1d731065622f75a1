/** What a process tells of itself. */
export interface Telemetry {
  /** Its metrics as they are now, in Prometheus' text format. */
  readonly metricsText: () => Promise<string>;
  /** Tells what has not been told yet, unless that takes too long, and no more after that. Never rejects. */
  readonly close: () => Promise<void>;
}

/** Injection token of the process's `Telemetry`. */
export const TELEMETRY = Symbol('Telemetry');

/** The name under which instruments and spans are made. */
export const INSTRUMENTATION = 'charter-monitor';
