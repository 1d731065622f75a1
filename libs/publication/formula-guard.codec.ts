/**
 * What a spreadsheet may take for the beginning of a formula, line ends included; and the guard itself, so that taking it
 * away gives the text back.
 */
const NEEDS_GUARD = /^[=+\-@\t\r\n＝＋－＠']/u;

const REPLACEMENT = '\ufffd';

/**
 * A text that no spreadsheet takes for a formula: behind an apostrophe where it would, and with `U+FFFD` in the place of
 * characters that neither XML nor a spreadsheet can hold.
 */
export function guardedText(text: string): string {
  const clean = withoutForbiddenCharacters(text);
  return NEEDS_GUARD.test(clean) ? `'${clean}` : clean;
}

/** XML 1.0 has no control characters but tab and line ends, no lone surrogates, no U+FFFE and U+FFFF. */
function withoutForbiddenCharacters(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, REPLACEMENT);
}
