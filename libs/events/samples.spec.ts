import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parseEvent } from './envelope.parser.js';

interface RefusedLine {
  readonly line: number;
  readonly id: unknown;
}

function sample(file: string): string {
  return readFileSync(new URL(`../../e2e/samples/${file}`, import.meta.url), 'utf8');
}

describe('the independently counted sample', () => {
  it('is refused in exactly the lines that are said to be invalid, each under its id', () => {
    const expected: readonly RefusedLine[] = JSON.parse(sample('refused.json'));
    const admission = { now: Date.UTC(2026, 10, 21, 22), mayRecord: true };
    const refused = sample('events.ndjson')
      .trimEnd()
      .split('\n')
      .flatMap((text, index) => {
        const checked = parseEvent(text, admission);
        return checked.ok ? [] : [{ line: index + 1, id: checked.id }];
      });
    expect(refused).toEqual(expected.map(({ line, id }) => ({ line, id: typeof id === 'string' ? id : null })));
  });
});
