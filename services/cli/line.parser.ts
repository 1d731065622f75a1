/** A line of a file with its number, counted from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/**
 * The lines of UTF-8 bytes that come in chunks, some at a time; empty lines are counted and left out. Only a line feed
 * ends a line (a carriage return before it belongs to the end): other separators may stand inside JSON text.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Line[]> {
  const decoder = new TextDecoder('utf-8', { fatal: false });
  let number = 0;
  let rest = '';
  for await (const chunk of chunks) {
    const texts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = texts.pop() ?? '';
    yield texts.flatMap((text) => lineOf(text, (number += 1)));
  }
  yield lineOf(rest + decoder.decode(), number + 1);
}

function lineOf(text: string, number: number): readonly Line[] {
  const trimmed = text.endsWith('\r') ? text.slice(0, -1) : text;
  return trimmed.trim() === '' ? [] : [{ number, text: trimmed }];
}
