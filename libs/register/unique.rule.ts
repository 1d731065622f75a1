import type { Problem } from './problem.fact.js';

/** The problems of a list in which no two entries may have the same key; each is laid to the later one. */
export function repeatedKeys<Entry>(
  list: readonly Entry[],
  pointer: string,
  keyOf: (entry: Entry) => string,
): readonly Problem[] {
  const seen = new Set<string>();
  return list.flatMap((entry, index) => {
    const key = keyOf(entry);
    if (seen.has(key)) return [{ pointer: `${pointer}/${index}`, what: `is a second ${key}` }];
    seen.add(key);
    return [];
  });
}
