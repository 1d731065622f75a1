/**
 * Where a page of case references begins, and what all pages of one list rest on: it holds no reference, and any process
 * can go on from it.
 */
export interface PageMark {
  /** References on the pages before. */
  readonly listed: number;
  /** References on all pages together. */
  readonly total: number;
  /** By partition: the first log offset that the list does not rest on. */
  readonly positions: readonly number[];
}

const SHAPE = /^\d{1,15}-\d{1,15}-\d{1,15}(\.\d{1,15}){0,4095}$/;

/** `<listed>-<total>-<position>.<position>…` */
export function pageMarkText({ listed, total, positions }: PageMark): string {
  return `${listed}-${total}-${positions.join('.')}`;
}

/** `null` where the text is no mark. */
export function readPageMark(text: string): PageMark | null {
  if (!SHAPE.test(text)) return null;
  const [listed = '', total = '', positions = ''] = text.split('-');
  return { listed: Number(listed), total: Number(total), positions: positions.split('.').map(Number) };
}
