import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';

/** The line, from 1, on which a JSON pointer's value begins; where it names nothing, that of what would hold it. */
export function lineOfPointer(text: string, pointer: string): number {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let found = parseTree(text);
  for (const step of steps) {
    const next: Node | undefined = found && findNodeAtLocation(found, [found.type === 'array' ? Number(step) : step]);
    if (next === undefined) break;
    found = next;
  }
  return lineOfOffset(text, found?.offset ?? 0);
}

/** Where and why a text is not JSON; `null` when it is. */
export function syntaxError(text: string): { readonly line: number; readonly what: string } | null {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const [first] = errors;
  return first === undefined
    ? null
    : { line: lineOfOffset(text, first.offset), what: `is not JSON: ${printParseErrorCode(first.error)}` };
}

function lineOfOffset(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
