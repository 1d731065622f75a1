import { factSchemas } from './fact-catalogue.fact.js';
import { FACT_NAMES } from './fact-name.fact.js';
import type { MemberSchema } from './fact-schema.schema.js';

/** One byte names a word; the rest of its values are tags. */
const MOST_WORDS = 248;

/**
 * The names and codes that facts' data are made of, in the order of the schemas. Stored cases name them by place: they
 * belong to a generation, whose fingerprint holds the schemas, so that no other list ever reads them.
 */
const words: readonly string[] = [...new Set(FACT_NAMES.flatMap(wordsOf))].slice(0, MOST_WORDS);

const places: ReadonlyMap<string, number> = new Map(words.map((word, place) => [word, place]));

function wordsOf(name: (typeof FACT_NAMES)[number]): readonly string[] {
  const members: readonly (readonly [string, MemberSchema])[] = Object.entries(factSchemas[name].properties);
  return members.flatMap(([member, schema]) => [
    member,
    ...(schema.enum ?? []).filter((code) => typeof code === 'string'),
  ]);
}

/** A word's place in the list, 0 to 247; `undefined` for a word that is not in it. */
export function placeOfKnownWord(word: string): number | undefined {
  return places.get(word);
}

/** @throws Error for a place that is not in the list */
export function knownWord(place: number): string {
  const word = words[place];
  if (word === undefined) throw new Error('stored facts name a word that is not known');
  return word;
}
