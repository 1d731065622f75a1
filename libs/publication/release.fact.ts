import type { Role } from '../access/role.rule.js';
import type { AggregateRow } from './aggregate-row.fact.js';
import type { Change } from './differences.rule.js';

export type ReleaseState = 'provisional' | 'final';

/** The two tables of a release: `exact` for compiler and auditor, `published` (controlled) for everybody else. */
export type TableName = 'exact' | 'published';

/** A frozen table, and how it differs from the same table of the release it supersedes. */
export interface ReleaseTable {
  readonly rows: readonly AggregateRow[];
  readonly changes: readonly Change[];
}

/** How far a partition of the log was counted: everything before `position`. */
export interface LogPosition {
  readonly partition: number;
  readonly position: number;
}

/** A computed measure's definition by its hash, as `/v1/measures` states it. */
export interface DefinitionHash {
  readonly id: string;
  readonly version: string;
  /** SHA-256, hex. */
  readonly hash: string;
}

/** All that a release states about itself, to whoever may read any of it. */
export interface ReleaseHead {
  readonly id: string;
  /** The financial year: `2025-26`. */
  readonly year: string;
  readonly state: ReleaseState;
  readonly note: string;
  /** RFC 3339, UTC. */
  readonly madeAt: string;
  readonly madeBy: Role;
  /** K, the last day whose records count: `YYYY-MM-DD`. */
  readonly asOf: string;
  /** In order of partition. */
  readonly positions: readonly LogPosition[];
  /** In order of id, then version. */
  readonly definitions: readonly DefinitionHash[];
  /** SHA-256, hex, of `definitions`. */
  readonly definitionsHash: string;
  /** SHA-256, hex. */
  readonly registerHash: string;
  /** Of the generation that the figures were read from. */
  readonly fingerprint: string;
  /** Id of the release that this one takes the place of. */
  readonly supersedes: string | null;
  /** RFC 3339, UTC: nobody else reads it before then; `null`: at once. */
  readonly embargoUntil: string | null;
  /** Who may read the published table before then, besides those who read the exact one. */
  readonly preReleaseRoles: readonly Role[];
  readonly synthetic: boolean;
  /** By what its published table was controlled; absent from releases that were made before this was kept. */
  readonly control?: DisclosureControl;
}

/** How controlled figures were made when a release was (contract: api, "Controlled"). */
export interface DisclosureControl {
  /** The smallest count but 0 that is shown. */
  readonly small: number;
  /** How often those figures moved that no release holds. */
  readonly step: 'day' | 'week' | 'month';
}

/** A year of the framework, frozen (contract: api, "The annual framework"). Never changed once it is made. */
export interface Release extends ReleaseHead {
  readonly exact: ReleaseTable;
  readonly published: ReleaseTable;
}
