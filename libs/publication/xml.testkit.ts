/** An element as it was read. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

const TOKEN = /<\/([\w:.-]+)>|<([\w:.-]+)((?: [\w:.-]+="[^"<]*")*)(\/?)>|([^<>]+)/y;
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/**
 * Reads the XML that `element` may write, and nothing else: elements, attributes in double quotes, text, the four named
 * entities and decimal ones.
 * @throws {Error} where it is not well-formed: with the place.
 */
export function readXml(xml: string): XmlElement {
  if (!xml.startsWith(DECLARATION)) throw new Error('no declaration');
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  TOKEN.lastIndex = DECLARATION.length;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(xml);
    const parent = open.at(-1);
    if (match === null || parent === undefined) throw new Error(`not well-formed at ${at}: ${xml.slice(at, at + 40)}`);
    const [, end, start, attributes = '', closed, text] = match;
    if (text !== undefined) parent.children.push(plain(text));
    else if (end === undefined) {
      const child: XmlElement = { name: start ?? '', attributes: readAttributes(attributes), children: [] };
      parent.children.push(child);
      if (closed === '') open.push(child);
    } else if (open.pop()?.name !== end) throw new Error(`</${end}> closes nothing at ${at}`);
  }
  const [element, ...others] = root.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  if (open.length !== 1 || element === undefined || typeof element === 'string' || others.length > 0) {
    throw new Error('not one whole element');
  }
  return element;
}

function readAttributes(text: string): Readonly<Record<string, string>> {
  const pairs = [...text.matchAll(/ ([\w:.-]+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, plain(value)] as const,
  );
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length) throw new Error(`an attribute twice: ${text}`);
  return Object.fromEntries(pairs);
}

function plain(text: string): string {
  if (/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(text))
    throw new Error('a forbidden character');
  return text.replace(/&(?:#(\d+)|(\w+))?;?/g, (entity, number?: string, name?: string) => {
    const character = number === undefined ? ENTITIES[name ?? ''] : String.fromCodePoint(Number(number));
    if (character === undefined || !entity.endsWith(';')) throw new Error(`no entity: ${entity}`);
    return character;
  });
}

/** All elements of a name below one, in order. */
export function elementsNamed(name: string, within: XmlElement): readonly XmlElement[] {
  return within.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...elementsNamed(name, child)],
  );
}
