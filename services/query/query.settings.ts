import type { StepLength } from '../../libs/disclosure/publication-step.rule.js';
import { developmentKey, type SigningKey } from '../../libs/publication/signing-key.codec.js';

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

/** Injection token of the computed measures, every version of each. */
export const MEASURES = Symbol('Measures');

/** How figures are explained. */
export interface ExplainSettings {
  /** Case references on one page. */
  readonly pageLength: number;
  /** Milliseconds in which the cases must be stored that the figures held were counted from. */
  readonly longestWaitMs: number;
}

/** Injection token of how figures are explained. */
export const EXPLAIN_SETTINGS = Symbol('ExplainSettings');

export const DEFAULT_EXPLAIN_SETTINGS: ExplainSettings = { pageLength: 10_000, longestWaitMs: 5_000 };

/** How figures are published: in releases, and to those who see controlled figures only. */
export interface PublicationSettings {
  /** How often controlled figures move. */
  readonly step: StepLength;
  /** The smallest count but 0 that a controlled figure may show. */
  readonly small: number;
  /** What releases are signed with; `null`: none can be made. */
  readonly signingKey: SigningKey | null;
}

/** Injection token of how figures are published. */
export const PUBLICATION_SETTINGS = Symbol('PublicationSettings');

/** Contract: api, "Settings"; signed with the key that everybody knows. */
export function defaultPublication(): PublicationSettings {
  return { step: 'week', small: 5, signingKey: developmentKey() };
}
