import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { breachIn, CHAIN_START, FIRST_PREVIOUS, lineAfter, type AuditLine } from './audit-chain.rule.js';
import type { AuditEntry } from './audit.port.js';

const entry = (about: string): AuditEntry => ({
  at: '2026-06-30T09:00:00Z',
  role: 'auditor',
  principal: 'demo-auditor',
  action: 'read-case-references',
  question: { about },
});

const chained = (abouts: readonly string[]): readonly AuditLine[] =>
  abouts.reduce<readonly AuditLine[]>((lines, about) => [...lines, lineAfter(lines.at(-1) ?? null, entry(about))], []);

const abouts = fc.array(fc.string(), { minLength: 1, maxLength: 12 });
const seeded = { seed: 20261123, numRuns: 200 };

describe('the audit log', () => {
  it('begins with line 1, after nothing', () => {
    expect(lineAfter(null, entry('a'))).toMatchObject({ number: 1, previous: FIRST_PREVIOUS });
  });

  it('holds together, whole or read in two parts', () => {
    fc.assert(
      fc.property(abouts, fc.nat(12), (told, cut) => {
        const lines = chained(told);
        const [head, tail] = [lines.slice(0, cut), lines.slice(cut)];
        expect(breachIn(lines)).toBeNull();
        expect(breachIn(tail, head.at(-1) ?? CHAIN_START)).toBeNull();
      }),
      seeded,
    );
  });

  it('shows a changed line', () => {
    fc.assert(
      fc.property(abouts, fc.nat(11), (told, index) => {
        const lines = chained(told);
        const at = index % lines.length;
        const forged = lines.map((line, place) => (place === at ? { ...line, entry: `${line.entry} ` } : line));
        expect(breachIn(forged)).toBe(`line ${at + 1} was changed`);
      }),
      seeded,
    );
  });

  it('shows a line left out, and one that was made to fit only by itself', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 3, maxLength: 12 }), fc.nat(9), (told, index) => {
        const lines = chained(told);
        const at = index % (lines.length - 1);
        expect(breachIn(lines.filter((_, place) => place !== at))).toBe(`line ${at + 1} is missing`);
        const remade = lineAfter(lines[at - 1] ?? null, entry('something else entirely, remade'));
        const forged = lines.map((line, place) => (place === at ? remade : line));
        expect(breachIn(forged)).toBe(`line ${at + 2} does not follow from line ${at + 1}`);
      }),
      seeded,
    );
  });
});
