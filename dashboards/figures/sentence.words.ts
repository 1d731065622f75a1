/** Most words of a sentence (guide: reading age 9–11). */
export const MOST_WORDS = 25;

/** How many words a sentence has. */
export function wordsIn(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => word !== '').length;
}

/** The first sentence that is not too long; the last where all are. */
export function firstThatIsShort(sentences: readonly [string, ...string[]]): string {
  return sentences.find((sentence) => wordsIn(sentence) <= MOST_WORDS) ?? sentences.at(-1) ?? sentences[0];
}

/** As at the beginning of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** As within a sentence. */
export function uncapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
