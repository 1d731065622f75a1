import { breachIn, type AuditLine } from '../../libs/access/audit-chain.rule.js';

/** What is called a copy of the audit log is none. */
export class NoCopy extends Error {
  readonly code = 'no-copy';
  readonly retriable = false;
}

/** Lines of a copy, as `charter audit export` prints them. @throws NoCopy where they are not a whole chain from line 1 on */
export function readCopy(text: string): readonly AuditLine[] {
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map(readLine);
  const breach = breachIn(lines);
  if (breach !== null) throw new NoCopy(`The copy is not as it was printed: ${breach}.`);
  return lines;
}

/** What is wrong with lines of the log of which a copy says something else; `null` where nothing is. */
export function copyFault(copy: readonly AuditLine[], lines: readonly AuditLine[]): string | null {
  const other = lines.find(({ number, digest }) => digest !== (copy[number - 1]?.digest ?? digest));
  return other === undefined ? null : `line ${other.number} is another than in the copy`;
}

function readLine(text: string): AuditLine {
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line === 'object' && line !== null && 'number' in line && 'digest' in line) return line as AuditLine;
  } catch {
    // Said below.
  }
  throw new NoCopy('The copy is not what charter audit export prints.');
}
