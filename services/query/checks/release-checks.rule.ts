import type { Change } from '../../../libs/publication/differences.rule.js';
import type { ReleaseHead } from '../../../libs/publication/release.fact.js';
import type { Check } from './check.fact.js';
import { checkOf, counted } from './check.rule.js';

/** The year's latest release, and what has happened since. */
export interface SinceRelease {
  readonly release: Pick<ReleaseHead, 'id' | 'state' | 'madeAt'>;
  /** Facts taken in since that change what is counted of the year; `null`: too many have come to look at each. */
  readonly lateFacts: number | null;
  /** How the rows of the year, as a release made now would hold them, differ from it. */
  readonly changes: readonly Change[];
}

/** What another release would put right; nothing where there is none yet. */
export function releaseChecks(since: SinceRelease | null): readonly Check[] {
  if (since === null) return [];
  const { release, lateFacts, changes } = since;
  return [...lateChecks(release, lateFacts), ...changedChecks(release, changes)];
}

function lateChecks({ id }: SinceRelease['release'], lateFacts: number | null): readonly Check[] {
  if (lateFacts === 0) return [];
  const says =
    lateFacts === null
      ? `So much has come since release ${id} that it was not looked at which facts are of the year.`
      : `${counted(lateFacts, 'fact')} that ${lateFacts === 1 ? 'changes' : 'change'} the year came after release ${id}.`;
  return [checkOf({ check: 'late-facts', weight: 'look', says, count: lateFacts })];
}

function changedChecks({ id }: SinceRelease['release'], changes: readonly Change[]): readonly Check[] {
  if (changes.length === 0) return [];
  const frameworks = [...new Set(changes.map(({ framework }) => framework))];
  const figures = changes.filter(({ kind, members }) => kind !== 'changed' || members.includes('value')).length;
  const says =
    `${counted(changes.length, 'row')} now ${changes.length === 1 ? 'differs' : 'differ'} from release ${id}, ` +
    `${figures === changes.length ? (figures === 1 ? 'by its value' : 'all by their value') : `${figures} of them by their value`}.`;
  return [checkOf({ check: 'figures-changed', weight: 'look', says, frameworks, count: changes.length })];
}
