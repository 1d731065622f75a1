import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lineAfter, type AuditLine } from '../../libs/access/audit-chain.rule.js';
import { copyFault, NoCopy, readCopy } from './audit-copy.rule.js';

const seeded = { seed: 20_261_124, numRuns: 100 };

/** As many lines, the story of the last ones being another than that of others. */
function chainOf(length: number, retoldFrom = Infinity): readonly AuditLine[] {
  const lines: AuditLine[] = [];
  for (let at = 0; at < length; at += 1) {
    const question = { year: at < retoldFrom ? '2025-26' : '2024-25' };
    const entry = {
      at: '2026-06-30T09:00:00Z',
      role: 'compiler',
      principal: 'p',
      action: 'make-release',
      question,
    } as const;
    lines.push(lineAfter(lines.at(-1) ?? null, entry));
  }
  return lines;
}

const printed = (lines: readonly AuditLine[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

describe('a copy of the audit log', () => {
  it('is read as it was printed, and agrees with a log that has gone on from it', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (length, more) => {
        const copy = readCopy(printed(chainOf(length)));
        expect(copy).toEqual(chainOf(length));
        expect(copyFault(copy, chainOf(length + more))).toBeNull();
      }),
      seeded,
    );
  });

  it('shows from which line on a log was told anew', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(20), (length, pick) => {
        const from = pick % length;
        expect(copyFault(chainOf(length), chainOf(length, from))).toBe(`line ${from + 1} is another than in the copy`);
      }),
      seeded,
    );
  });

  it.each(['x', '{}', '[1]', 'null', printed(chainOf(3).slice(1)), printed(chainOf(3)).replace('2025-26', '2020-21')])(
    'is none: %#',
    (text) => {
      expect(() => readCopy(text)).toThrow(NoCopy);
    },
  );
});
