import { describe, expect, it } from '@jest/globals';
import { countedAt, NotMeasurable } from './counted.rule.js';
import { lineOf, toldIn, type Told } from './told.codec.js';

const saved = (partition: number, position: number, at: number): Told => ({ what: 'saved', partition, position, at });

describe('what a process tells', () => {
  const words: readonly Told[] = [
    { what: 'waits' },
    saved(0, 50_000, 1_795_000_000_000),
    saved(11, 7, 1_795_000_000_001),
  ];

  it('is read as it was said', () => {
    expect(toldIn(words.map(lineOf).join(''))).toEqual(words);
  });

  it('is found between whatever else it writes', () => {
    const output = words.map((word) => `[Nest] a warning: saved 1 2 3\n${lineOf(word)}`).join('');
    expect(toldIn(`Charter Monitor listens on http://127.0.0.1:1\n${output}`)).toEqual(words);
  });

  it('counts only when its line has ended', () => {
    expect(toldIn('bench: saved 1 5 179500')).toEqual([]);
  });
});

describe('a topic', () => {
  it('has been counted when the last partition was saved to its end', () => {
    const told = [[saved(0, 6, 100), saved(0, 10, 300)], [saved(1, 4, 200)]];
    expect(countedAt(told, [10, 4])).toBe(300);
    expect(countedAt(told, [10, 4, 0])).toBe(300);
  });

  it('has not been while a partition is not saved to its end', () => {
    expect(countedAt([[saved(0, 10, 300)], []], [10, 4])).toBeNull();
    expect(countedAt([[saved(0, 9, 300)]], [10])).toBeNull();
  });

  it('says nothing of the speed where two processes counted one partition', () => {
    expect(() => countedAt([[saved(0, 5, 100)], [saved(0, 10, 300)]], [10])).toThrow(NotMeasurable);
  });
});
