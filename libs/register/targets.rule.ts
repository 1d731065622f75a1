import type { Problem } from './problem.fact.js';
import type { Target } from './targets.schema.js';
import { repeatedKeys } from './unique.rule.js';

/** The problems of targets that the schema alone cannot see, given the codes of the benefits there are. */
export function problemsOfTargets(targets: readonly Target[], benefits: readonly string[]): readonly Problem[] {
  const decisionLimits = targets.filter(({ measure, limit }) => measure === 'decisions-in-time' && limit !== undefined);
  return [
    ...repeatedKeys(targets, '', ({ measure, from, ...target }) => `${measure} for ${kindOf(target)} from ${from}`),
    ...targets.flatMap((target, index) => problemsOfTarget(target, `/${index}`, benefits)),
    ...benefits
      .filter((code) => !decisionLimits.some(({ benefit }) => benefit === code))
      .map((code) => ({ pointer: '', what: `lack a limit of decisions-in-time for ${code}` })),
    ...(decisionLimits.some(({ specialRules }) => specialRules)
      ? []
      : [{ pointer: '', what: 'lack a limit of decisions-in-time for special rules' }]),
  ];
}

function problemsOfTarget(target: Target, pointer: string, benefits: readonly string[]): readonly Problem[] {
  const { benefit, specialRules, limit, objective } = target;
  const problems: Problem[] = [];
  if ((limit === undefined) === (objective === undefined)) {
    problems.push({ pointer, what: 'must state either a limit or an objective' });
  } else if (limit !== undefined && (benefit === undefined) === (specialRules === undefined)) {
    problems.push({ pointer, what: 'must be for either a benefit or special rules, as it states a limit' });
  } else if (objective !== undefined && (benefit !== undefined || specialRules !== undefined)) {
    problems.push({ pointer, what: 'must be for the whole measure, as it states an objective' });
  }
  if (benefit !== undefined && !benefits.includes(benefit)) {
    problems.push({ pointer: `${pointer}/benefit`, what: `names no benefit: ${benefit}` });
  }
  return problems;
}

function kindOf({ benefit, specialRules }: Pick<Target, 'benefit' | 'specialRules'>): string {
  return specialRules ? 'special rules' : (benefit ?? 'the whole');
}
