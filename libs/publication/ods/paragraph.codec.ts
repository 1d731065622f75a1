import { element, xmlText } from './xml.codec.js';

const LINE_END = /\r\n|\r|\n/;

/** Spaces that are collapsed to nothing, or to one, unless they are written as an element. */
const SPACES = /^ +| {2,}| +$/g;

/**
 * A text as the paragraphs of a cell, one a line. LibreOffice drops tabs and line breaks within a paragraph, so that words
 * would grow together: a tab is written as a space.
 */
export function paragraphs(text: string): string {
  return text.replaceAll('\t', ' ').split(LINE_END).map(paragraph).join('');
}

/** A line with every space that it has (ODF 1.3, part 3, section 6.1). */
function paragraph(line: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: spaces, index } of line.matchAll(SPACES)) {
    pieces.push(xmlText(line.slice(from, index)), element('text:s', { 'text:c': String(spaces.length) }));
    from = index + spaces.length;
  }
  return element('text:p', {}, ...pieces, xmlText(line.slice(from)));
}
