import type { AggregateRow } from '../../../libs/publication/aggregate-row.fact.js';
import { CHECK_NAMES, type Check } from './check.fact.js';
import type { Evidencing } from './evidencing.rule.js';
import { feedChecks, type Feed } from './feed-checks.rule.js';
import { makingChecks, type Makeable } from './making-checks.rule.js';
import { maturityChecks } from './maturity-checks.rule.js';
import { releaseChecks, type SinceRelease } from './release-checks.rule.js';
import { rowChecks } from './row-checks.rule.js';

/** All that is known of a year before it is released. */
export interface KnownOfYear extends Makeable {
  readonly feeds: readonly Feed[];
  readonly evidencing: readonly Evidencing[];
  readonly exact: readonly AggregateRow[];
  readonly published: readonly AggregateRow[];
  /** `null`: the year has no release yet. */
  readonly since: SinceRelease | null;
}

/** What stands in the way of a year, in the order of `CHECK_NAMES`, then of the register. */
export function checksOf(known: KnownOfYear): readonly Check[] {
  const { year, asOf, feeds, evidencing, exact, published, since } = known;
  const checks = [
    ...makingChecks(known),
    ...feedChecks(feeds, evidencing, year),
    ...releaseChecks(since),
    ...rowChecks(exact, published),
    ...maturityChecks(evidencing, year, asOf),
  ];
  return checks.sort((a, b) => CHECK_NAMES.indexOf(a.check) - CHECK_NAMES.indexOf(b.check));
}

/** Whether nothing blocks. */
export function isClear(checks: readonly Check[]): boolean {
  return checks.every(({ weight }) => weight !== 'blocks');
}
