import type { Observation } from '../../../libs/measures/figures/observe.measure.js';
import type { ObjectiveInForce } from '../../../libs/register/targets-in-force.rule.js';

/**
 * How an indicator stands.
 * - `on-target`, `off-target`, `no-clear-change`, `too-few`: against its objective
 * - `no-target`: there is no objective, or only one assumed for demonstration
 * - `gone-quiet`: what it is counted from no longer comes
 * - `gap`: nothing reports it yet, or no figure can be given
 */
export const INDICATOR_STATES = [
  'on-target',
  'off-target',
  'no-clear-change',
  'too-few',
  'gone-quiet',
  'no-target',
  'gap',
] as const;

export type IndicatorState = (typeof INDICATOR_STATES)[number];

/** Fewer than this cannot show which side of an objective a figure lies on. */
const FEWEST = 20;

type Figure = Pick<Observation, 'value' | 'denominator' | 'interval' | 'status'>;
type Aim = Pick<ObjectiveInForce, 'op' | 'value' | 'role'>;

/**
 * The state of a figure against the objective in force. Source: contract, measures, "Targets".
 *
 * On or off target where the whole interval lies within or beyond the objective, and n ≥ 20. Figures without an interval
 * lie on one side or the other by their value. An objective that allows no exception (a proportion of all, or of none)
 * needs no 20: it is met only if nothing was missed. n is the denominator, or the count itself.
 */
export function stateAgainst(aim: Aim | null, { value, denominator, interval, status }: Figure): IndicatorState {
  if (aim === null || aim.role === 'assumption') return 'no-target';
  if (status.includes('x')) return 'gap';
  const n = denominator ?? value ?? 0;
  if (value === null || n === 0) return 'too-few';
  if (interval !== null && allowsNoException(aim)) return value === aim.value ? 'on-target' : 'off-target';
  if (n < FEWEST) return 'too-few';

  const low = interval?.low ?? value;
  const high = interval?.high ?? value;
  const within = aim.op === 'gte' ? low >= aim.value : high <= aim.value;
  const beyond = aim.op === 'gte' ? high < aim.value : low > aim.value;
  if (within) return 'on-target';
  return beyond ? 'off-target' : 'no-clear-change';
}

/** As `stateAgainst`, of rounded counts: equal ones do not show that an objective of all was met. */
export function roundedStateAgainst(aim: Aim | null, figure: Figure): IndicatorState {
  const state = stateAgainst(aim, figure);
  const claimsAll = state === 'on-target' && aim?.op === 'gte' && aim.value === 1 && figure.interval !== null;
  return claimsAll ? 'no-clear-change' : state;
}

function allowsNoException({ op, value }: Aim): boolean {
  return op === 'gte' ? value === 1 : value === 0;
}
