import type { Role } from '../../../libs/access/role.rule.js';
import type { ReleaseHead, ReleaseState } from '../../../libs/publication/release.fact.js';
import type { Freshness } from '../following/freshness.service.js';

/** What may stand in the way of releasing a year, in the order in which an answer has them. */
export const CHECK_NAMES = [
  'nothing-counted',
  'not-whole',
  'no-signing-key',
  'lag',
  'year-not-ended',
  'final-too-early',
  'feed-quiet',
  'feed-missing',
  'quarantined',
  'not-counted',
  'late-facts',
  'figures-changed',
  'nothing-filed',
  'no-direct-evidence',
  'immature',
  'suppressed',
] as const;

export type CheckName = (typeof CHECK_NAMES)[number];

/** `blocks`: a release made now would be refused, or lack what has already happened. `look`: to be known before it is made. */
export const WEIGHTS = ['blocks', 'look'] as const;

/** One thing to clear, or to know, before a year is released. Members that have no meaning for it are `null`. */
export interface Check {
  readonly check: CheckName;
  readonly weight: (typeof WEIGHTS)[number];
  /** One plain sentence, or two. */
  readonly says: string;
  /** Ids of the framework measures that it concerns, in the register's order; empty: the year as a whole. */
  readonly frameworks: readonly string[];
  /** Id of the computed measure that it concerns. */
  readonly measure: string | null;
  /** The fact that no longer comes, or never came. */
  readonly feed: string | null;
  /** How many: events, facts, or rows of the table. */
  readonly count: number | null;
  /** The first day on which it no longer stands in the way, if nothing else happens. */
  readonly until: string | null;
}

/** The answer of `GET /v1/checks`: what stands in the way of a year, as a release made now would hold it. */
export interface Checks {
  readonly year: string;
  /** K of a release made now: the last whole day. */
  readonly asOf: string;
  readonly audience: Role;
  /** Whether nothing blocks. */
  readonly clear: boolean;
  /** As what the calendar lets the year be released now. */
  readonly mayBe: readonly ReleaseState[];
  /** The first day on which the year can be final. */
  readonly finalFrom: string;
  /** The year's latest; `null`: it has none. */
  readonly lastRelease: Pick<ReleaseHead, 'id' | 'state' | 'madeAt'> | null;
  readonly checks: readonly Check[];
  readonly freshness: Freshness;
}
