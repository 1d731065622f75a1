import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { found, wordsFolded } from './search.rule.js';

const SEED = 20_261_124;
const word = fc.constantFrom('decision', 'decisions', 'time', 'Appeal', 'café', 'late', 'payment', 'call');
const thing = fc.record({
  title: fc.array(word, { maxLength: 4 }).map((words) => words.join(' ')),
  text: fc.array(word, { maxLength: 6 }).map((words) => words.join(', ')),
});
const things = fc.array(thing, { maxLength: 12 });

describe('what is found', () => {
  it('has every word asked for, and nothing that has them is left out', () => {
    fc.assert(
      fc.property(things, fc.array(word, { minLength: 1, maxLength: 3 }), (all, words) => {
        const isFound = (one: (typeof all)[number]): boolean =>
          words
            .flatMap(wordsFolded)
            .every((asked) => wordsFolded(`${one.title} ${one.text}`).some((other) => other.startsWith(asked)));
        const result = found(all, words.join(' '));
        expect(new Set(result)).toEqual(new Set(all.filter(isFound)));
        expect(result).toHaveLength(all.filter(isFound).length);
      }),
      { seed: SEED },
    );
  });

  it('does not depend on capitals, accents or what stands between words', () => {
    fc.assert(
      fc.property(things, fc.array(word, { minLength: 1, maxLength: 3 }), (all, words) => {
        const plain = found(all, words.join(' '));
        expect(found(all, words.join(' ').toUpperCase())).toEqual(plain);
        expect(found(all, words.join(' ').normalize('NFD'))).toEqual(plain);
        expect(found(all, `“${words.join(' — ')}”!`)).toEqual(plain);
      }),
      { seed: SEED },
    );
  });

  it('is nothing where nothing is asked for, and never a fault', () => {
    fc.assert(
      fc.property(things, fc.string(), (all, asked) => {
        expect(all).toEqual(expect.arrayContaining([...found(all, asked)]));
      }),
      { seed: SEED },
    );
    expect(found([{ title: 'a', text: 'b' }], ' … ')).toEqual([]);
  });

  it('stands first where its title has the words', () => {
    const [inText, begins, whole] = [
      { title: 'Calls', text: 'time to a decision' },
      { title: 'Decisions made', text: '' },
      { title: 'Time to a decision', text: '' },
    ];
    expect(found([inText, begins, whole], 'decision')).toEqual([whole, begins, inText]);
    expect(found([inText, begins, whole], 'to a decision')).toEqual([whole, inText]);
  });
});
