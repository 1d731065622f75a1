const SLASH = 0x2f;
const QUESTION_MARK = 0x3f;
const HASH = 0x23;
const PERCENT = 0x25;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

const IN_PATH = 1;
const DELIMITER = 2;

/** By character code: what may stand in a path, and what else may stand somewhere in a URI reference. */
const characters = new Uint8Array(128);
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/") {
  characters[character.charCodeAt(0)] = IN_PATH;
}
for (const character of '%?#[]') characters[character.charCodeAt(0)] = DELIMITER;

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*$/;
const HEX_PAIR = /^[0-9A-Fa-f]{2}$/;
/** User information, then a host (a name, an IPv4 address, or an IP literal in brackets), then a port. */
const AUTHORITY = /^(?:[^@[\]]*@)?(?:(?<literal>\[[^@[\]]*\])|[^@:[\]]*)(?::[0-9]*)?$/;
const FUTURE_ADDRESS = /^\[v[0-9A-Fa-f]+\.[A-Za-z0-9._~!$&'()*+,;=:-]+\]$/i;

/**
 * Whether a text is a URI reference by RFC 3986, appendix A: ASCII only, escapes well-formed, absolute or relative.
 * The empty text is one. Takes time in proportion to the text's length.
 */
export function isUriReference(text: string): boolean {
  let firstColon = -1;
  let firstSlash = -1;
  let question = -1;
  let hash = -1;
  let bracket = -1;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const kind = code < 128 ? characters[code] : 0;
    if (kind === IN_PATH) {
      if (code === COLON && firstColon < 0) firstColon = index;
      else if (code === SLASH && firstSlash < 0) firstSlash = index;
    } else if (kind !== DELIMITER) {
      return false;
    } else if (code === PERCENT) {
      if (!HEX_PAIR.test(text.slice(index + 1, index + 3))) return false;
    } else if (code === HASH) {
      if (hash >= 0) return false;
      hash = index;
    } else if (code === QUESTION_MARK) {
      if (question < 0 && hash < 0) question = index;
    } else if (code === OPEN_BRACKET || code === CLOSE_BRACKET) {
      if (question >= 0 || hash >= 0) return false;
      bracket = index;
    }
  }

  const end = question >= 0 ? question : hash >= 0 ? hash : text.length;
  const slash = firstSlash >= 0 && firstSlash < end ? firstSlash : end;
  // A relative reference has no colon in its first segment, so a colon before the first slash ends a scheme.
  const hasScheme = firstColon >= 0 && firstColon < slash;
  if (hasScheme && !SCHEME.test(text.slice(0, firstColon))) return false;

  const start = hasScheme ? firstColon + 1 : 0;
  if (slash !== start || text.charCodeAt(start + 1) !== SLASH || start + 1 >= end) return bracket < 0;
  const nextSlash = text.indexOf('/', start + 2);
  const authorityEnd = nextSlash >= 0 && nextSlash < end ? nextSlash : end;
  return bracket < authorityEnd && isAuthority(text.slice(start + 2, authorityEnd));
}

/** Whether an authority whose characters are all allowed is put together rightly. */
function isAuthority(text: string): boolean {
  if (!/[@:[\]]/.test(text)) return true;
  const parts = AUTHORITY.exec(text);
  if (parts === null) return false;
  const literal = parts.groups?.['literal'];
  return literal === undefined || FUTURE_ADDRESS.test(literal) || URL.canParse(`http://${literal}`);
}

/** Whether a text is an absolute URL with the scheme `https` and a host. */
export function isHttpsUrl(text: string): boolean {
  return /^https:\/\//i.test(text) && isUriReference(text) && URL.canParse(text);
}
