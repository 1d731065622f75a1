import type { Observation } from '../../../libs/measures/figures/observe.measure.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import type { ObjectiveInForce } from '../../../libs/register/targets-in-force.rule.js';
import { lapseOf } from './lapse.words.js';

/** How many may go wrong in a financial year for its figure to stay within the objective, and how many did. */
export interface Allowance {
  /** Code of the financial year. */
  readonly period: string;
  /** How many have settled in the year so far. */
  readonly counted: number;
  readonly allowed: number;
  readonly used: number;
  /** Below 0 where more went wrong than was allowed. */
  readonly left: number;
  /** `18 of 20 allowed late decisions used this year`, without a full stop. */
  readonly text: string;
}

/** What has settled in a year. */
export type SettledYear = Pick<Observation, 'period' | 'numerator' | 'denominator' | 'status'>;

/** Objectives are read to nine decimals. */
const SCALE = 1_000_000_000;

/**
 * The allowance of a proportion or limit in the year so far: of those counted the greatest number that may go wrong, by whole
 * numbers (200 at 90% allow 20). `null` where there is no objective, or only one assumed for demonstration, and where the
 * year's figure is not available.
 */
export function allowanceOf(
  measure: Pick<Measure, 'id' | 'kind'>,
  year: SettledYear,
  objective: ObjectiveInForce | null,
): Allowance | null {
  if (measure.kind !== 'proportion' && measure.kind !== 'limit') return null;
  if (objective === null || objective.role === 'assumption' || year.status.includes('x')) return null;
  const { period, numerator, denominator: counted } = year;
  if (numerator === null || counted === null) return null;
  const aim = BigInt(Math.round(objective.value * SCALE));
  const share = objective.op === 'gte' ? BigInt(SCALE) - aim : aim;
  const allowed = Number((BigInt(counted) * share) / BigInt(SCALE));
  const used = objective.op === 'gte' ? counted - numerator : numerator;
  const text = textOf(measure.id, { counted, allowed, used, isNoneEver: share === 0n });
  return { period, counted, allowed, used, left: allowed - used, text };
}

interface Spent extends Pick<Allowance, 'counted' | 'allowed' | 'used'> {
  readonly isNoneEver: boolean;
}

function textOf(id: string, { counted, allowed, used, isNoneEver }: Spent): string {
  const { one, many } = lapseOf(id);
  if (counted === 0) return 'Nothing has settled this year yet';
  if (allowed === 0) {
    const none = isNoneEver
      ? `No ${many} are allowed`
      : `With ${written(counted)} settled this year no ${many} are allowed yet`;
    const when = isNoneEver ? ' this year' : '';
    if (used === 0) return `${none}, and there were none${when}`;
    return `${none}: there ${used === 1 ? 'was 1' : `were ${written(used)}`}${when}`;
  }
  const all = `${written(allowed)} allowed ${allowed === 1 ? one : many}`;
  if (used <= allowed) return `${written(used)} of ${all} used this year`;
  return `${allowed === 1 ? 'The' : 'All'} ${all} used this year, and ${written(used - allowed)} more`;
}

function written(count: number): string {
  return count.toLocaleString('en-GB');
}
