import type { Knowing } from './knowing.service.js';
import type { ListedRelease } from '../query-client/releases.fact.js';
import { dateText } from '../figures/periods.words.js';

/** A moment that a figure is looked at from: a publication step, or a release. */
export type Moment =
  { readonly kind: 'step'; readonly day: string } | { readonly kind: 'release'; readonly release: ListedRelease };

/** Two moments to be held side by side; `null` where none are chosen. */
export interface ComparisonChoice {
  readonly a: Moment | null;
  readonly b: Moment | null;
}

/** Every moment that may be chosen. */
export function momentsOf({ steps, releases }: Knowing): readonly Moment[] {
  return [
    ...steps.map((day) => ({ kind: 'step', day }) as const),
    ...releases.map((release) => ({ kind: 'release', release }) as const),
  ];
}

/** Reads `?a=&b=` off an address. What is no moment is not chosen. */
export function comparisonChoiceOf(search: URLSearchParams, moments: readonly Moment[]): ComparisonChoice {
  const named = (name: string): Moment | null =>
    moments.find((moment) => momentCode(moment) === search.get(name)?.trim()) ?? null;
  return { a: named('a'), b: named('b') };
}

/** What stands for a moment in an address: `2026-11-22`, `2025-26.1`. */
export function momentCode(moment: Moment): string {
  return moment.kind === 'step' ? moment.day : moment.release.id;
}

/** `As known on 22 November 2026`, `Release 2025-26.1`. */
export function momentText(moment: Moment): string {
  return moment.kind === 'step' ? `As known on ${dateText(moment.day)}` : `Release ${moment.release.id}`;
}
