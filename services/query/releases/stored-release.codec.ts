import type { Release } from '../../../libs/publication/release.fact.js';

/** A release as its document in the store has it. */
export function releaseOf(document: string): Release {
  return JSON.parse(document) as Release;
}
