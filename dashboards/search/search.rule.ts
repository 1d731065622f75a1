/** Something that can be found. */
export interface Findable {
  readonly title: string;
  /** What is said of it, in which words are looked for too. */
  readonly text: string;
}

/** Words beyond this many are left out of account. */
const MOST_WORDS = 10;

const [TITLE_WORD, TITLE_BEGINNING, TEXT_WORD, TEXT_BEGINNING, WHOLE] = [8, 5, 2, 1, 20];

/** Text as it is compared: small letters without accents, its words apart. */
export function wordsFolded(text: string): readonly string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/**
 * Those that have every word asked for, in title or text, whole or as the beginning of one; the best first, and among
 * equals in the order given. Nothing where nothing is asked for.
 */
export function found<Thing extends Findable>(things: readonly Thing[], asked: string): readonly Thing[] {
  const words = wordsFolded(asked).slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  return things
    .map((thing) => ({ thing, score: scoreOf(thing, words) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ thing }) => thing);
}

/** 0 where a word is missing. */
function scoreOf({ title, text }: Findable, words: readonly string[]): number {
  const inTitle = wordsFolded(title);
  const inText = wordsFolded(text);
  const scores = words.map((word) =>
    Math.max(weight(inTitle, word, [TITLE_WORD, TITLE_BEGINNING]), weight(inText, word, [TEXT_WORD, TEXT_BEGINNING])),
  );
  if (scores.includes(0)) return 0;
  const isWhole = ` ${inTitle.join(' ')} `.includes(` ${words.join(' ')} `);
  return scores.reduce((sum, score) => sum + score, isWhole ? WHOLE : 0);
}

function weight(among: readonly string[], word: string, [whole, beginning]: readonly [number, number]): number {
  if (among.includes(word)) return whole;
  return among.some((other) => other.startsWith(word)) ? beginning : 0;
}
