import { MIMEType } from 'node:util';

/** The three ways of CloudEvents to put events into an HTTP request. */
export type ContentMode = 'structured' | 'batch' | 'binary';

const MODES: ReadonlyMap<string, ContentMode> = new Map([
  ['application/cloudevents+json', 'structured'],
  ['application/cloudevents-batch+json', 'batch'],
  ['application/json', 'binary'],
]);

/** The mode that a `content-type` header announces; without one, binary. `null`: not taken here (415). */
export function contentModeOf(contentType: string | undefined): ContentMode | null {
  if (contentType === undefined) return 'binary';
  const type = readMediaType(contentType);
  return type !== null && isUtf8(type.params.get('charset')) ? (MODES.get(type.essence) ?? null) : null;
}

function readMediaType(contentType: string): MIMEType | null {
  try {
    return new MIMEType(contentType);
  } catch {
    return null;
  }
}

function isUtf8(charset: string | null): boolean {
  return charset === null || /^utf-?8$/i.test(charset);
}
