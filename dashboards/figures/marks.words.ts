import type { Mark } from '../query-client/answers.fact.js';

const sentences: Readonly<Record<Mark, string>> = {
  p: 'Provisional: the figure may still change as more facts come in.',
  r: 'Revised: the figure has changed since it was last published.',
  c: 'Held back: it is so small that it could point to a person, or it would give away one that is.',
  x: 'Not available: the figure cannot be worked out.',
  z: 'Not applicable: there was nothing to count. This is not the same as zero.',
  b: 'Break: it was counted in another way before, so do not compare across it.',
};

/** A mark as tables show it: `[p]`. */
export function markText(mark: Mark): string {
  return `[${mark}]`;
}

/** What a mark means, in a sentence. */
export function markSentence(mark: Mark): string {
  return sentences[mark];
}

/** What stands in the place of a value that is not there: why, as a mark. */
export function markInsteadOfValue(marks: readonly Mark[]): string {
  return markText(marks.find((mark) => mark === 'c' || mark === 'x' || mark === 'z') ?? 'x');
}

/** A mark with what it means. */
export interface MarkExplained {
  readonly text: string;
  readonly sentence: string;
}

const order: readonly Mark[] = ['p', 'r', 'c', 'x', 'z', 'b'];

/** The marks that occur, each once, in the order in which they are explained. */
export function explained(marks: readonly Mark[]): readonly MarkExplained[] {
  return order
    .filter((mark) => marks.includes(mark))
    .map((mark) => ({ text: markText(mark), sentence: markSentence(mark) }));
}
