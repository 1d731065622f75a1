import type { Kind } from '../query-client/answers.fact.js';

const words: Readonly<Record<Kind, string>> = {
  count: 'A count.',
  proportion: 'A share: how many of all.',
  limit: 'A share that met a time limit, counted on the day when that is settled.',
  time: 'A length of time: the middle one, and how long nine in ten took at most.',
  mean: 'An average.',
  stock: 'How many there are at the end of a day.',
  shares: 'A count, split by how things ended.',
};

/** What a kind of figure is. */
export function kindWords(kind: Kind): string {
  return words[kind];
}
