import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkFiling, fieldsOf, LONGEST, typedIn, type Typed } from './filing.parser.js';

const years = ['2026-27', '2025-26'];
const figure: Typed = { year: '2025-26', value: '0.525' };
const evidence: Typed = { year: '2025-26', title: 'Training', summary: 'Everybody was trained.' };
const seeded = { seed: 20261123, numRuns: 300 };

describe('what is filed', () => {
  it('has the members that were filled in, and no others', () => {
    expect(checkFiling('figure', { ...figure, numerator: '1,050', denominator: '2000', note: '' }, years)).toEqual({
      ok: true,
      members: { year: '2025-26', value: 0.525, numerator: 1050, denominator: 2000 },
    });
    expect(checkFiling('evidence', { ...evidence, link: 'https://example.org/a' }, years)).toEqual({
      ok: true,
      members: { year: '2025-26', title: 'Training', summary: 'Everybody was trained.', link: 'https://example.org/a' },
    });
  });

  it.each([
    ['figure', 'year', '2031-32'],
    ['figure', 'value', ''],
    ['figure', 'value', '52%'],
    ['figure', 'value', '1e3'],
    ['figure', 'value', '12,34'],
    ['figure', 'numerator', 'many'],
    ['figure', 'denominator', '£5'],
    ['figure', 'note', 'n'.repeat(LONGEST.note + 1)],
    ['evidence', 'title', ''],
    ['evidence', 'title', 't'.repeat(LONGEST.title + 1)],
    ['evidence', 'summary', ''],
    ['evidence', 'summary', 's'.repeat(LONGEST.summary + 1)],
    ['evidence', 'link', 'http://example.org'],
    ['evidence', 'link', 'javascript:alert(1)'],
  ] as const)('is refused: %s, %s=%j', (kind, field, text) => {
    const checked = checkFiling(kind, { ...(kind === 'figure' ? figure : evidence), [field]: text }, years);
    expect(checked).toMatchObject({ ok: false, faults: [{ field }] });
  });

  it('is refused with every fault, in the order of the fields', () => {
    const checked = checkFiling('figure', { year: '', value: 'x', numerator: 'y', denominator: 'z' }, years);
    expect(checked.ok ? [] : checked.faults.map(({ field }) => field)).toEqual(fieldsOf.figure.slice(0, 4));
  });

  it('counts characters as the contract does: one outside the basic plane is one', () => {
    expect(checkFiling('figure', { ...figure, note: '😀'.repeat(LONGEST.note) }, years).ok).toBe(true);
  });

  it('reads back every number as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.nat(99), (whole, part) => {
        const text = `${whole.toLocaleString('en-GB')}.${part}`;
        const checked = checkFiling('figure', { ...figure, value: text }, years);
        expect(checked).toMatchObject({ ok: true, members: { value: Number(`${whole}.${part}`) } });
      }),
      seeded,
    );
  });

  it('is read off any form without failing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), fc.constantFrom('figure', 'evidence'), (form, kind) => {
        const typed = typedIn(form, kind);
        expect(Object.values(typed).every((text) => typeof text === 'string')).toBe(true);
        checkFiling(kind, typed, years);
      }),
      seeded,
    );
  });
});
