/** Bytes and events that a batch may have (contract: events, "Envelope"). */
export const MOST_BATCH_BYTES = 4 * 1024 * 1024;
export const MOST_BATCH_EVENTS = 1000;

export interface IntakeSettings {
  /** How long the log may take to answer, in milliseconds, before the sender is told to come back. */
  readonly appendDeadlineMs: number;
}

/** Injection token of the intake's settings. */
export const INTAKE_SETTINGS = Symbol('IntakeSettings');

/** Contract: events, "Answers". */
export const CONTRACT_SETTINGS: IntakeSettings = { appendDeadlineMs: 5000 };
