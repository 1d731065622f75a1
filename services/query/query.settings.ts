/** How the query service runs. */
export interface QuerySettings {
  readonly profile: 'embedded' | 'distributed';
  /** Milliseconds from one look for new figures to the next. */
  readonly refreshMs: number;
}

/** Injection token of the query service's settings. */
export const QUERY_SETTINGS = Symbol('QuerySettings');

export const DEFAULT_SETTINGS: QuerySettings = { profile: 'embedded', refreshMs: 100 };

/** How open answers are kept. */
export interface StreamSettings {
  /** Milliseconds from one answer to the next at least. */
  readonly leastMs: number;
  /** Milliseconds from one heartbeat to the next; as often it is looked whether a new day has begun. */
  readonly heartbeatMs: number;
  /** Milliseconds that a reader may take to read what was sent. */
  readonly longestStallMs: number;
  /** Bytes that may wait for a reader when more is sent to it. */
  readonly mostWaitingBytes: number;
}

/** Injection token of the settings of open answers. */
export const STREAM_SETTINGS = Symbol('StreamSettings');

/** Contract: api, "Reading figures". */
export const DEFAULT_STREAM_SETTINGS: StreamSettings = {
  leastMs: 250,
  heartbeatMs: 15_000,
  longestStallMs: 10_000,
  mostWaitingBytes: 1024 * 1024,
};

/** Injection token of the checked `Register`. */
export const REGISTER = Symbol('Register');
