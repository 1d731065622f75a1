import { describe, expect, it } from '@jest/globals';
import { lineOfPointer, syntaxError } from './json-position.parser.js';

const text = `{
  "a/b": [
    { "c": 1 },
    {
      "~": 2
    }
  ]
}
`;

describe('the line of a JSON pointer', () => {
  it.each([
    ['', 1],
    ['/a~1b', 2],
    ['/a~1b/0/c', 3],
    ['/a~1b/1', 4],
    ['/a~1b/1/~0', 5],
  ])('is that on which the value at "%s" begins', (pointer, line) => {
    expect(lineOfPointer(text, pointer)).toBe(line);
  });

  it('is that of what would hold it, where there is no such value', () => {
    expect(lineOfPointer(text, '/a~1b/1/none/0')).toBe(4);
    expect(lineOfPointer(text, '/a~1b/9')).toBe(2);
  });
});

describe('a text that is not JSON', () => {
  it.each([
    ['{\n  "a": 1,\n}', 3],
    ['[1,\n 2 3]', 2],
    ['// 1\n[]', 1],
    ['', 1],
  ])('is found out: %j', (broken, line) => {
    expect(syntaxError(broken)?.line).toBe(line);
  });

  it('is not seen in JSON', () => {
    expect(syntaxError(text)).toBeNull();
  });
});
