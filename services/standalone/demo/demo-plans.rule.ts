import type { Calibration } from '../../../libs/register/calibration.schema.js';
import { rulesOf } from '../../../libs/register/register-rules.rule.js';
import type { Register } from '../../../libs/register/register.fact.js';
import type { SyntheticPlan } from '../../../libs/synthetic/synthetic-plan.fact.js';
import type { DemoPlans } from './demo-events.rule.js';

/** Gives about 100,000 events in two years. */
const HISTORY_SCALE = 0.0105;
/** Gives an event every few seconds by day. */
const LIVE_SCALE = 1;

/** The plans of a demo, by its seed. */
export function demoPlansOf(register: Register, calibration: Calibration): (seed: number) => DemoPlans {
  const rules = rulesOf(register);
  const planOf = (seed: number, scale: number, prefix: string): SyntheticPlan => ({
    seed,
    scale,
    prefix,
    calibration,
    register,
    rules,
  });
  return (seed) => ({ history: planOf(seed, HISTORY_SCALE, 'D'), live: planOf(seed + 1, LIVE_SCALE, 'L') });
}
