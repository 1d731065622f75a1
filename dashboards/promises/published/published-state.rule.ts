import type { Objective, State } from '../../query-client/answers.fact.js';
import type { ReleasedRow } from '../../query-client/releases.fact.js';

/** Fewer than this cannot show which side of an objective a figure lies on. */
const FEWEST = 20;

type Aim = Pick<Objective, 'op' | 'value' | 'role'>;
type Figure = Pick<ReleasedRow, 'value' | 'numerator' | 'denominator' | 'interval' | 'status'>;

/**
 * The state of a published figure against the objective of its year, by what is published alone; `null` where that is too
 * little to judge by. An objective of all, or of none, is met only if nothing was missed: rounded counts that are equal do
 * not show it, rounded counts that differ show that it was not met. Source: contract, measures, "Targets".
 */
export function publishedState(aim: Aim | null, figure: Figure): State | null {
  const { value, denominator, interval, status } = figure;
  if (status.includes('x')) return 'gap';
  if (aim === null || aim.role === 'assumption') return 'no-target';
  if (value === null && status.includes('c')) return null;
  const n = denominator ?? value ?? 0;
  if (value === null || n === 0) return 'too-few';
  if (interval !== null && allowsNoException(aim)) return stateWithoutException(aim, figure);
  if (n < FEWEST) return 'too-few';
  const { low, high } = interval ?? { low: value, high: value };
  if (aim.op === 'gte' ? low >= aim.value : high <= aim.value) return 'on-target';
  return (aim.op === 'gte' ? high < aim.value : low > aim.value) ? 'off-target' : 'no-clear-change';
}

function allowsNoException({ op, value }: Aim): boolean {
  return op === 'gte' ? value === 1 : value === 0;
}

/** A count of 0 is not rounded: it is none. */
function stateWithoutException({ op }: Aim, { numerator, denominator }: Figure): State | null {
  if (op === 'lte') return numerator === 0 ? 'on-target' : 'off-target';
  return numerator === denominator ? null : 'off-target';
}
