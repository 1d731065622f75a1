import type { Grain } from '../../libs/calendars/period.calendar.js';
import { measures } from '../../libs/measures/measure-list.measure.js';
import type { Measure } from '../../libs/measures/measure.measure.js';
import { attacked, type Outcome } from './attack.testkit.js';
import { fetchExactly, fetchFrom, fetchUnrounded, remembering, type Fetch } from './fetched-figures.testkit.js';
import { knowledgeFrom, type Attack } from './knowledge.testkit.js';
import { releases, steps, type SeededClaims } from './seeded-claims.testkit.js';
import type { KnownRules } from './told-counts.testkit.js';
import { contradictedBy } from './truth.testkit.js';

export const small = 5;
export const everyGrain: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'year'];

/** What is told of counts, and what whoever reads it knows about how it was made. */
export interface Audience {
  readonly fetch: Fetch;
  readonly rules: KnownRules;
}

/** With everything: rounding and both kinds of suppression. */
export function controlled(claims: SeededClaims): Audience {
  const rules = { small, isRounded: true, hasSecondary: true, tellsTwenty: true };
  return { fetch: fetchFrom(claims, remembering({ small })), rules };
}

/** Rounded, and nothing but small counts suppressed. */
export function withoutSecondary(claims: SeededClaims): Audience {
  const rules = { small, isRounded: true, hasSecondary: false, tellsTwenty: true };
  return { fetch: fetchFrom(claims, remembering({ small, secondary: false })), rules };
}

/** Exact, and nothing but small counts suppressed. */
export function withoutRounding(claims: SeededClaims): Audience {
  const rules = { small, isRounded: false, hasSecondary: false, tellsTwenty: true };
  return { fetch: fetchUnrounded(claims, small), rules };
}

export function measureNamed(id: string): Measure {
  const found = measures.find((measure) => measure.id === id);
  if (found === undefined) throw new RangeError(`no measure: ${id}`);
  return found;
}

/** Everything that can be asked as known at the last step. */
export function atTheLastStep(measure: Measure, grains = everyGrain): Omit<Attack, 'rules'> {
  return { measure, steps: steps.slice(-1), releases: [], grains, shortSpan: null, onlyGrows: false };
}

/** Everything that can be asked at four steps, and two releases; nothing is ever taken back. */
export function atEveryStep(measure: Measure, grains = everyGrain): Omit<Attack, 'rules'> {
  return { measure, steps, releases, grains, shortSpan: null, onlyGrows: true };
}

/** Attacks, and says what came of it in one line. */
export async function attempt(
  name: string,
  { fetch, rules }: Audience,
  attack: Omit<Attack, 'rules'>,
  enough?: number,
): Promise<Outcome> {
  const outcome = await attacked(await knowledgeFrom(fetch, { ...attack, rules }), enough);
  const { cells, suppressed, disclosures, solved } = outcome;
  const found = `${disclosures.length}${disclosures.length === enough ? ' or more' : ''}`;
  process.stdout.write(
    `${attack.measure.id}, ${attack.steps.length} step(s), ${name}: ${cells} cells, ${suppressed} suppressed, ` +
      `${found} disclosed (${solved} models solved)\n`,
  );
  return outcome;
}

/** What the answers say that is not so. */
export async function untruthsIn(
  { fetch, rules }: Audience,
  claims: SeededClaims,
  attack: Omit<Attack, 'rules'>,
): Promise<readonly string[]> {
  const exact = { small: 0, isRounded: false, hasSecondary: false, tellsTwenty: false };
  const known = await knowledgeFrom(fetchExactly(claims), { ...attack, rules: exact });
  const truth = new Map(known.unknowns.map(({ name, least }) => [name, least]));
  return contradictedBy(truth, await knowledgeFrom(fetch, { ...attack, rules }));
}
