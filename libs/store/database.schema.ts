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
    id TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    partition_count INTEGER NOT NULL,
    layout TEXT NOT NULL
  ) STRICT;

  CREATE TABLE current_generation (
    row INTEGER PRIMARY KEY CHECK (row = 1),
    generation TEXT NOT NULL REFERENCES generation (id)
  ) STRICT;

  -- A partition of a generation. Its number begins the keys of its cases.
  CREATE TABLE place (
    number INTEGER PRIMARY KEY,
    generation TEXT NOT NULL REFERENCES generation (id),
    partition INTEGER NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (generation, partition)
  ) STRICT;

  CREATE TABLE segment (
    place INTEGER NOT NULL,
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
  CREATE UNIQUE INDEX segment_by_last ON segment (place, last, first DESC);

  -- The key is made of place and subject, see case-key.rule: a checkpoint writes to the pages of one place only.
  CREATE TABLE stored_case (
    key INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    through INTEGER NOT NULL,
    facts BLOB NOT NULL
  ) STRICT;

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
  `
  -- How measures stood: belongs to the log, not to a generation.
  CREATE TABLE attention_change (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    measure TEXT NOT NULL,
    version TEXT NOT NULL,
    from_state TEXT,
    to_state TEXT NOT NULL,
    period TEXT NOT NULL,
    positions TEXT NOT NULL
  ) STRICT;

  CREATE TABLE attention_delivery (
    number INTEGER PRIMARY KEY,
    attempts INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    delivered_at INTEGER
  ) STRICT;
  `,
  `
  -- Frozen years of the framework, and the account of who did what: both belong to the log, not to a generation.
  CREATE TABLE release (
    id TEXT PRIMARY KEY,
    made_at INTEGER NOT NULL,
    document TEXT NOT NULL
  ) STRICT;

  CREATE TABLE release_file (
    release TEXT NOT NULL REFERENCES release (id),
    "table" TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (release, "table", name)
  ) STRICT;

  CREATE TABLE audit_entry (
    number INTEGER PRIMARY KEY,
    entry TEXT NOT NULL,
    previous TEXT NOT NULL,
    digest TEXT NOT NULL
  ) STRICT;
  `,
];
