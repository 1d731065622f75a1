/** How changes of state are looked for. */
export interface AttentionSettings {
  /** Milliseconds from one look to the next. */
  readonly lookMs: number;
  /** New figures are judged when nothing more has come by the next look, or after so many looks. */
  readonly mostLooks: number;
  /** Milliseconds after which the same figures are judged again: states change with the clock too. */
  readonly againMs: number;
  /** Milliseconds by which the figures may lag: further behind they are not judged. */
  readonly mostLagMs: number;
}

/** Injection token of the settings by which changes of state are looked for. */
export const ATTENTION_SETTINGS = Symbol('AttentionSettings');

export const DEFAULT_ATTENTION_SETTINGS: AttentionSettings = {
  lookMs: 1_000,
  mostLooks: 10,
  againMs: 60_000,
  mostLagMs: 60_000,
};
