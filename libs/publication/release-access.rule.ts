import { parseInstant } from '../calendars/instant.calendar.js';
import type { Role } from '../access/role.rule.js';
import type { ReleaseHead, TableName } from './release.fact.js';

/** What a role reads of a release; `early`: before the embargo ended, which is to be logged. */
export interface ReleaseAccess {
  readonly table: TableName;
  readonly early: boolean;
}

const readsExact: ReadonlySet<Role> = new Set(['compiler', 'auditor']);

/**
 * What a role may read of a release at an instant in milliseconds; `null`: nothing, not even that there is one.
 * Compiler and auditor read it from the start, the named roles before the embargo ends, everybody once it has.
 * An embargo that cannot be read never ends.
 */
export function releaseAccess(
  { embargoUntil, preReleaseRoles }: Pick<ReleaseHead, 'embargoUntil' | 'preReleaseRoles'>,
  role: Role,
  at: number,
): ReleaseAccess | null {
  const early = embargoUntil !== null && at < (parseInstant(embargoUntil)?.at ?? Infinity);
  if (readsExact.has(role)) return { table: 'exact', early };
  if (early && !preReleaseRoles.includes(role)) return null;
  return { table: 'published', early };
}
