import type { Benefit } from './benefits.schema.js';

/** How long a redetermination may take; the period begins with the day its clock starts, which counts as day 1. */
export type RedeterminationLimit =
  { readonly kind: 'calendar-days'; readonly days: number } | { readonly kind: 'working-days'; readonly days: number };

/** The limit that a text like `56 calendar days` or `16 working days` states; `null` in any other form. */
export function parseRedeterminationLimit(text: string): RedeterminationLimit | null {
  const [, days, kind] = /^([1-9]\d*) (calendar|working) days$/.exec(text) ?? [];
  if (days === undefined) return null;
  return { kind: kind === 'working' ? 'working-days' : 'calendar-days', days: Number(days) };
}

/** The limits by benefit code; a benefit without one is not in the map. */
export function redeterminationLimits(benefits: readonly Benefit[]): ReadonlyMap<string, RedeterminationLimit> {
  return new Map(
    benefits.flatMap(({ code, redetermination }) => {
      const limit = redetermination === null ? null : parseRedeterminationLimit(redetermination.limit);
      return limit === null ? [] : [[code, limit] as const];
    }),
  );
}
