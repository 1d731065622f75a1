import { describe, expect, it } from '@jest/globals';
import { keyOf } from './event-key.parser.js';

describe('the key of an event', () => {
  it('is its subject, also of an event that will be refused', () => {
    expect(keyOf('{"subject":"CLM-00000001","data":{"nope":1}}')).toBe('CLM-00000001');
  });

  it.each(['{"data":{}}', '{"subject":7}', 'null', '{'])('cannot be had of %s', (text) => {
    expect(() => keyOf(text)).toThrow();
  });
});
