import { describe, expect, it } from '@jest/globals';
import type { LogRecord } from './event-log.port.js';
import { recordDigest } from './record-digest.rule.js';

describe('a record’s digest', () => {
  it('is the SHA-256 of offset, key and value', () => {
    expect(recordDigest({ offset: 0, key: 'CASE-000001', value: '{"id":"a"}' })).toBe(
      'b04c18a9a4c40ca7efb6d446435dedad055ed027eaca609752bd0b5b2ee75c23',
    );
  });

  it('changes with each of them', () => {
    const digests = [
      { offset: 1, key: 'ab', value: 'c' },
      { offset: 2, key: 'ab', value: 'c' },
      { offset: 1, key: 'a', value: 'bc' },
      { offset: 1, key: 'ab', value: '' },
      { offset: 1, key: 'ab', value: null },
      { offset: 1, key: 'ab', value: 'null' },
      { offset: 1, key: null, value: 'c' },
      { offset: 1, key: '', value: 'c' },
      { offset: 1, key: 'null', value: 'c' },
      { offset: 1, key: 'a","b', value: 'c' },
      { offset: 1, key: 'a', value: 'b","c' },
    ].map(recordDigest);
    expect(new Set(digests).size).toBe(digests.length);
  });

  it('does not depend on when or where the record lies', () => {
    const record: LogRecord = { offset: 7, key: 'CASE-000001', value: '{}', partition: 0, appendedAt: 1, headers: {} };
    const elsewhere: LogRecord = { ...record, partition: 5, appendedAt: 2, headers: { a: 'b' } };
    expect(recordDigest(elsewhere)).toBe(recordDigest(record));
  });
});
