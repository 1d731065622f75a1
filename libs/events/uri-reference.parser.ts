/** A run of characters of a class and of percent-escapes. So written, it takes time in proportion to the text. */
function run(characters: string): string {
  return `[${characters}]*(?:%[0-9A-Fa-f]{2}[${characters}]*)*`;
}

/** The letters of RFC 3986: `unreserved` and `sub-delims`. */
const PLAIN = "A-Za-z0-9._~!$&'()*+,;=\\-";

const SCHEME = '[A-Za-z][A-Za-z0-9+.-]*:';
const USER = `${run(`${PLAIN}:`)}@`;
const IP_LITERAL = `\\[(?:[0-9A-Fa-f:.]+|[vV][0-9A-Fa-f]+\\.[${PLAIN}:]+)\\]`;
const AUTHORITY = `//(?:${USER})?(?:${IP_LITERAL}|${run(PLAIN)})(?::[0-9]*)?(?=[/?#]|$)`;
const PATH = run(`${PLAIN}:@/`);
const QUERY_OR_FRAGMENT = run(`${PLAIN}:@/?`);

/** Without a scheme the first segment has no colon; without an authority the path does not begin with two slashes. */
const URI_REFERENCE = new RegExp(
  `^(?:${SCHEME}|(?![^/?#]*:))(?:${AUTHORITY}|(?!//))${PATH}(?:\\?${QUERY_OR_FRAGMENT})?(?:#${QUERY_OR_FRAGMENT})?$`,
);

const IPV6_LITERAL = /\[(?![vV])[^\]]*\]/;

/** Whether a text is a URI reference by RFC 3986, appendix A: ASCII only, absolute or relative. The empty text is one. */
export function isUriReference(text: string): boolean {
  if (!URI_REFERENCE.test(text)) return false;
  const literal = text.includes('[') ? IPV6_LITERAL.exec(text) : null;
  return literal === null || URL.canParse(`http://${literal[0]}`);
}

/** Whether a text is an absolute URL with the scheme `https` and a host. */
export function isHttpsUrl(text: string): boolean {
  return /^https:\/\//i.test(text) && isUriReference(text) && URL.canParse(text);
}
