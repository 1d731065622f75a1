import type { Observation } from '../../libs/measures/figures/observe.measure.js';
import type { Measure } from '../../libs/measures/measure.measure.js';
import { controlled, everyGrain } from './attacker.testkit.js';
import { everyQuestion, type Asked, type Fetch } from './fetched-figures.testkit.js';
import { steps, type SeededClaims } from './seeded-claims.testkit.js';

/** Asks a running system as scrutiny. */
export function fetchOver(url: string): Fetch {
  return async (asked) => {
    const response = await fetch(new URL(`/v1/observations?${queryOf(asked)}`, url), {
      headers: { authorization: 'Bearer demo-scrutiny' },
    });
    if (!response.ok) throw new Error(`${response.status} for ${queryOf(asked)}: ${await response.text()}`);
    const answer = (await response.json()) as { readonly observations: readonly Observation[] };
    return answer.observations;
  };
}

/**
 * Asks everything that scrutiny can ask of a measure at every step, and compares each answer with what the attack was tried
 * on. Answers how many questions that were.
 */
export async function everyAnswerIsTheOneAttacked(
  url: string,
  claims: SeededClaims,
  measure: Measure,
): Promise<number> {
  const questions = steps.flatMap((asOf) => everyQuestion(measure, asOf, everyGrain, null));
  const [over, within] = [fetchOver(url), controlled(claims).fetch];
  for (const asked of questions) {
    const [told, expected] = [await over(asked), await within(asked)];
    if (figuresIn(told) !== figuresIn(expected)) throw new Error(`another answer for ${queryOf(asked)}`);
  }
  return questions.length;
}

/** The target is the register's: nothing that is counted. */
function figuresIn(observations: readonly Observation[]): string {
  return JSON.stringify(observations.map((observation) => ({ ...observation, target: null })));
}

function queryOf({ measure, grain, by, filter, asOf, from, to }: Asked): string {
  const query = new URLSearchParams({ measure: measure.id, grain, from, to, asOf });
  if (by.length > 0) query.set('by', by.join(','));
  for (const [dimension, code] of Object.entries(filter)) query.set(`filter[${dimension}]`, code);
  return query.toString();
}
