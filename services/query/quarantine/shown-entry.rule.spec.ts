import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exampleEvent, rawEvents, seeded } from '../../../libs/events/fact.testkit.js';
import type { QuarantineEntry } from '../../../libs/store/engine-store.port.js';
import { quarantineIdText, readQuarantineId } from './quarantine-id.codec.js';
import { shownEntry } from './shown-entry.rule.js';

const entry: QuarantineEntry = {
  partition: 3,
  offset: 1205,
  appendedAt: Date.parse('2026-06-02T10:00:00Z'),
  code: 'conflict',
  path: '/id',
  detail: 'Of another.',
  key: exampleEvent.subject,
  value: JSON.stringify(exampleEvent),
};

describe('a quarantined record, as it is shown', () => {
  it('says where it lies, why, and what its producer knows it by', () => {
    expect(shownEntry(entry, 'refused')).toEqual({
      id: '3-1205',
      partition: 3,
      offset: 1205,
      appendedAt: '2026-06-02T10:00:00Z',
      code: 'conflict',
      path: '/id',
      detail: 'Of another.',
      event: { source: 'urn:example:feed', id: 'e-1', type: 'charter.application.received.v1' },
      standing: 'refused',
    });
  });

  it('never says whose case it is, wherever a sender has put the reference', () => {
    const reference = 'PLANTED7Q4X-1';
    const holding = fc.constantFrom('id', 'source', 'type', 'note', 'data', 'time');
    fc.assert(
      fc.property(rawEvents, fc.subarray(['id', 'source', 'type', 'note', 'time']), holding, (raw, members, last) => {
        const put = Object.fromEntries([...members, last].map((member) => [member, `urn:${reference}.v1`]));
        const value = JSON.stringify({ ...raw, subject: reference, ...put });
        const shown = shownEntry({ ...entry, key: reference, value, path: `/data/${reference}` }, 'refused');
        expect(JSON.stringify(shown)).not.toContain(reference);
        expect(shown.path).toBe('/data/?');
      }),
      seeded,
    );
  });

  it('never repeats data', () => {
    const value = JSON.stringify({ ...exampleEvent, data: { benefit: 'SECRET', note: 'SECRET' }, extra: 'SECRET' });
    expect(JSON.stringify(shownEntry({ ...entry, value }, 'refused'))).not.toContain('SECRET');
  });

  it.each([null, '', '{', 'null', '[1]', '{"source":1,"id":{},"type":[]}', `{"id":"${'x'.repeat(70_000)}"}`])(
    'has no event where there is none to be read: %#',
    (value) => {
      expect(shownEntry({ ...entry, value }, 'refused').event).toEqual({ source: null, id: null, type: null });
    },
  );
});

describe('the id of an entry', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.nat(), (partition, offset) => {
        expect(readQuarantineId(quarantineIdText({ partition, offset }))).toEqual({ partition, offset });
      }),
      seeded,
    );
  });

  it.each(['', '3', '3-', '-1', '3-1-1', '3 -1', '3-x', '3--1', '3-1.5', `3-${'9'.repeat(16)}`])(
    'is not %j',
    (text) => {
      expect(readQuarantineId(text)).toBeNull();
    },
  );
});
