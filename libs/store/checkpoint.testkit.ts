import type {
  CaseReplacement,
  Checkpoint,
  Generation,
  QuarantineEntry,
  Segment,
  SegmentHeader,
} from './engine-store.port.js';

/** Synthetic values for tests of stores: each is whole and valid; `members` says what matters to the test. */
export function aGeneration(members: Partial<Generation> = {}): Generation {
  return { id: 'g1', fingerprint: 'f1', partitionCount: 6, layout: '{"measures":[]}', ...members };
}

/** The segment of checkpoints `first` … `last`, of 100 log records each. */
export function aSegment(first = 0, last = first, members: Partial<Segment> = {}): Segment {
  return {
    generation: 'g1',
    partition: 0,
    first,
    last,
    from: first * 100,
    through: last * 100 + 99,
    throughAppendedAt: 1_775_000_000_000 + last,
    digest: `digest of ${last}`,
    counts: { applied: last * 100 + 90, duplicates: 7, quarantined: 3 },
    feeds: { 'application.received': { first: 1_775_000_000_000, last: 1_775_000_000_001, count: 90 } },
    rowCount: 3,
    rows: Uint8Array.of(first % 256, last % 256, 0, 255),
    ...members,
  };
}

export function headerOf({ rows: _rows, ...header }: Segment): SegmentHeader {
  return header;
}

export function aCase(subject: string, members: Partial<CaseReplacement> = {}): CaseReplacement {
  return { subject, through: 99, readThrough: null, facts: Uint8Array.of(1, 2, 3), ...members };
}

export function aQuarantineEntry(offset: number, members: Partial<QuarantineEntry> = {}): QuarantineEntry {
  return {
    partition: 0,
    offset,
    appendedAt: 1_775_000_000_000,
    code: 'wrong-value',
    path: '/data/benefit',
    detail: 'no such benefit',
    key: 'CASE-000001',
    value: '{"specversion":"1.0"}',
    ...members,
  };
}

export function aCheckpoint(members: Partial<Checkpoint> = {}): Checkpoint {
  return {
    generation: 'g1',
    partition: 0,
    quarantine: [aQuarantineEntry(5)],
    segment: aSegment(0),
    cases: [aCase('CASE-000001')],
    position: 100,
    ...members,
  };
}
