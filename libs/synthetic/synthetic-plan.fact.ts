import type { Calibration } from '../register/calibration.schema.js';
import type { RegisterRules } from '../register/register-rules.rule.js';
import type { Register } from '../register/register.fact.js';

/** What synthetic data are made from: the same plan gives the same events. */
export interface SyntheticPlan {
  readonly seed: number;
  /** How much of the calibrated volumes: 1 is all of it. */
  readonly scale: number;
  /**
   * Begins the subject of every case, so that two plans never share one: at most 20 of the characters A-Z, a-z, 0-9,
   * dot, underscore and hyphen. Reported figures and narrative have the subjects that the contract gives them; there
   * it begins the ids.
   */
  readonly prefix: string;
  readonly calibration: Calibration;
  /** Names the survey questions and the measures that are reported. */
  readonly register: Pick<Register, 'charter'>;
  /** Working days and the limits of redeterminations: `rulesOf` the register. */
  readonly rules: Pick<RegisterRules, 'calendar' | 'redeterminationLimit'>;
}
