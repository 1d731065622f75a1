import type { Day } from './day.oracle.js';
import { dayOf } from './day.oracle.js';

/** What of one entry of `benefits.json` the measures read. */
export interface BenefitRule {
  readonly code: string;
  /** `null`: the benefit has no redetermination. The limit reads `56 calendar days` or `16 working days`. */
  readonly redetermination: { readonly limit: string } | null;
}

/** What of one entry of `targets.json` the measures read. */
export interface TargetRule {
  readonly measure: string;
  readonly from: string;
  readonly benefit?: string;
  readonly specialRules?: boolean;
  readonly limit?: { readonly workingDays: number };
}

/** The register and the holiday calendar, as plain data. */
export interface Rules {
  readonly holidays: readonly string[];
  readonly calendarFrom: string;
  readonly calendarTo: string;
  readonly benefits: readonly BenefitRule[];
  readonly targets: readonly TargetRule[];
  /** `council-areas.json`. Where absent, a corrected `localAuthority` fits if it has the form of a Scottish code. */
  readonly councilAreas?: readonly { readonly code: string }[];
}

export interface RedeterminationLimit {
  readonly length: number;
  readonly unit: 'calendar' | 'working';
}

const LIMIT = /^(\d+) (calendar|working) days$/;

/** The limit of a redetermination of this benefit; `undefined` where it has none. */
export function redeterminationLimitOf(rules: Rules, benefit: string): RedeterminationLimit | undefined {
  const rule = rules.benefits.find((one) => one.code === benefit);
  if (rule === undefined || rule.redetermination === null) return undefined;
  const match = LIMIT.exec(rule.redetermination.limit);
  if (match === null) throw new RangeError(`limit of ${benefit}: ${rule.redetermination.limit}`);
  return { length: Number(match[1]), unit: match[2] === 'working' ? 'working' : 'calendar' };
}

/** The working days within which a claim is due: the target in force on its start day. */
export function decisionTargetOf(
  rules: Rules,
  claim: { readonly benefit: string; readonly specialRules: boolean; readonly start: Day },
): number | undefined {
  let inForce: { readonly from: Day; readonly workingDays: number } | undefined;
  for (const target of rules.targets) {
    if (target.measure !== 'decisions-in-time' || target.limit === undefined) continue;
    const meant = claim.specialRules ? target.specialRules === true : target.benefit === claim.benefit;
    const from = dayOf(target.from);
    if (meant && from <= claim.start && (inForce === undefined || from > inForce.from)) {
      inForce = { from, workingDays: target.limit.workingDays };
    }
  }
  return inForce?.workingDays;
}
