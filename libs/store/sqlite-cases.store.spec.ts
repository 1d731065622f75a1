import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aCase } from './checkpoint.testkit.js';
import { SqliteCases } from './sqlite-cases.store.js';
import { openDatabase } from './sqlite-database.store.js';

describe('cases of which all subjects fall on the last key of their place', () => {
  let folder: string;
  let database: DatabaseSync;
  let cases: SqliteCases;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'charter-cases-'));
    database = openDatabase(folder);
    cases = new SqliteCases(database, (place) => (place + 1) * 2 ** 40 - 1);
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  const subjects = ['CASE-000001', 'CASE-000002', 'CASE-000003'];
  const through = (subject: string): number | undefined => cases.read(1, [subject])[0]?.through;

  it('are kept apart', () => {
    cases.replace(
      1,
      subjects.map((subject, n) => aCase(subject, { through: n })),
    );
    expect(subjects.map(through)).toEqual([0, 1, 2]);
    expect(cases.read(1, ['CASE-000004'])).toEqual([]);
    expect(cases.read(2, subjects)).toEqual([]);
  });

  it('are gone through, each once', () => {
    cases.replace(
      1,
      subjects.map((subject) => aCase(subject)),
    );
    cases.replace(2, [aCase('CASE-000004')]);
    const [first] = cases.after(1, 1);
    const rest = cases.after(1, 9, first?.subject);
    expect([first, ...rest].map((stored) => stored?.subject).sort()).toEqual(subjects);
    expect(cases.after(1, 9, rest.at(-1)?.subject)).toEqual([]);
    expect(cases.after(1, 9, 'CASE-000009')).toEqual([]);
  });

  it('are each guarded by their own version', () => {
    cases.replace(
      1,
      subjects.map((subject, n) => aCase(subject, { through: n })),
    );
    cases.replace(1, [aCase('CASE-000003', { readThrough: 2, through: 30 })]);
    for (const [subject, readThrough] of [
      ['CASE-000003', 2],
      ['CASE-000002', 0],
      ['CASE-000002', null],
      ['CASE-000004', 2],
    ] as const) {
      expect(() => cases.replace(1, [aCase(subject, { readThrough, through: 99 })])).toThrow('another writer');
    }
    expect(subjects.map(through)).toEqual([0, 1, 30]);
  });
});
