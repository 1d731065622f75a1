/**
 * The tables of a data folder, as the steps by which they came to be: step n leads from `user_version` n to n + 1.
 * A step that has been released is never edited; a change is a new step at the end.
 */
export const schemaSteps: readonly string[] = [
  `
  CREATE TABLE log (partitions INTEGER NOT NULL) STRICT;

  CREATE TABLE log_block (
    partition INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    appended_at INTEGER NOT NULL,
    records BLOB NOT NULL,
    PRIMARY KEY (partition, first)
  ) STRICT;

  CREATE TABLE generation (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,
    partition_count INTEGER NOT NULL,
    layout TEXT NOT NULL
  ) STRICT;

  CREATE TABLE current_generation (
    row INTEGER PRIMARY KEY CHECK (row = 1),
    id TEXT NOT NULL
  ) STRICT;

  CREATE TABLE position (
    generation INTEGER NOT NULL,
    partition INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (generation, partition)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE segment (
    key INTEGER PRIMARY KEY,
    generation INTEGER NOT NULL,
    partition INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    from_offset INTEGER NOT NULL,
    through INTEGER NOT NULL,
    through_appended_at INTEGER NOT NULL,
    digest TEXT NOT NULL,
    applied INTEGER NOT NULL,
    duplicates INTEGER NOT NULL,
    quarantined INTEGER NOT NULL,
    feeds TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    rows BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX segment_by_last ON segment (generation, partition, last, first DESC);

  -- In the order of its key, so that a partition's checkpoint writes to that partition's pages only.
  CREATE TABLE stored_case (
    generation INTEGER NOT NULL,
    partition INTEGER NOT NULL,
    subject TEXT NOT NULL,
    through INTEGER NOT NULL,
    facts BLOB NOT NULL,
    PRIMARY KEY (generation, partition, subject)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE quarantine (
    partition INTEGER NOT NULL,
    "offset" INTEGER NOT NULL,
    appended_at INTEGER NOT NULL,
    code TEXT NOT NULL,
    path TEXT NOT NULL,
    detail TEXT NOT NULL,
    key TEXT,
    value TEXT,
    PRIMARY KEY (partition, "offset")
  ) STRICT;
  `,
];
