import { describe, expect, it } from '@jest/globals';
import { MOST_WORDS, wordsIn } from '../figures/sentence.words.js';
import { glossary } from './glossary.words.js';

describe('the glossary', () => {
  it('has each term once, in the order of the alphabet', () => {
    const terms = glossary.map(({ term }) => term.toLowerCase());
    expect(terms).toEqual([...new Set(terms)].toSorted());
    expect(new Set(glossary.map(({ id }) => id)).size).toBe(glossary.length);
  });

  it.each(glossary.map(({ term, meaning }) => [term, meaning]))('says of %s in short sentences', (_term, meaning) => {
    const sentences = meaning.split(/(?<=\.) /);
    expect(sentences.filter((sentence) => wordsIn(sentence) > MOST_WORDS || !sentence.endsWith('.'))).toEqual([]);
  });

  it.each(['[p]', '[r]', '[c]', '[x]', '[z]', '[b]'])('explains the mark %s', (mark) => {
    expect(glossary.filter(({ term }) => term.includes(mark))).toHaveLength(1);
  });
});
