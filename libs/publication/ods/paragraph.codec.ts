import { element, xmlText } from './xml.codec.js';

/** What white space is collapsed to nothing, or to one space, unless it is written as an element. */
const WHITE_SPACE = /\r\n|[\r\n]|\t|^ +| {2,}| +$/g;

/** A text as the one paragraph of a cell, with every space, tab and line end that it has (ODF 1.3, part 3, section 6.1). */
export function paragraph(text: string): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: space, index } of text.matchAll(WHITE_SPACE)) {
    pieces.push(xmlText(text.slice(from, index)), whiteSpace(space));
    from = index + space.length;
  }
  return element('text:p', {}, ...pieces, xmlText(text.slice(from)));
}

function whiteSpace(space: string): string {
  if (space === '\t') return element('text:tab', {});
  if (space.startsWith(' ')) return element('text:s', { 'text:c': String(space.length) });
  return element('text:line-break', {});
}
