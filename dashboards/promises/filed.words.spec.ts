import { describe, expect, it } from '@jest/globals';
import { exampleEntry, exampleFigure } from '../query-client/example-answers.testkit.js';
import { filedSentence, latestFiled, tellingWords } from './filed.words.js';

const nothing = { year: '2025-26', figure: null, entries: [] };
const reported = { ...nothing, figure: exampleFigure };
const told = { ...nothing, year: '2026-27', entries: [exampleEntry] };

describe('what was told', () => {
  it.each([
    [null, null],
    [[nothing], null],
    [[reported, { ...nothing, year: '2026-27' }], reported],
    [[reported, told], told],
  ])('is that of the latest year that has any (%#)', (filed, latest) => {
    expect(latestFiled(filed)).toEqual(latest);
  });

  it.each([
    ['Reported for 2025-26: 0.525 (21 of 40).', reported],
    ['Reported for 2025-26: 1,234.5.', { ...nothing, figure: { ...exampleFigure, value: 1234.5, numerator: null } }],
    ['Told in words for 2026-27.', told],
    ['Told in words for 2026-27, in 2 entries.', { ...told, entries: [exampleEntry, exampleEntry] }],
  ])('is said so: %s', (sentence, filed) => {
    expect(filedSentence(filed)).toBe(sentence);
  });

  it('names who told it, and when', () => {
    expect(tellingWords(exampleFigure)).toBe('Told by urn:example:reporting on 4 June 2026');
  });
});
