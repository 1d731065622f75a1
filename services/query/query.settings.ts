/** How the query service runs. */
export interface QuerySettings {
  readonly profile: 'embedded' | 'distributed';
  /** Milliseconds from one look for new figures to the next. */
  readonly refreshMs: number;
}

/** Injection token of the query service's settings. */
export const QUERY_SETTINGS = Symbol('QuerySettings');

export const DEFAULT_SETTINGS: QuerySettings = { profile: 'embedded', refreshMs: 100 };

/** Injection token of the checked `Register`. */
export const REGISTER = Symbol('Register');
