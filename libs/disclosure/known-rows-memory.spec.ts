import { expect, it } from '@jest/globals';
import { dayOf } from '../calendars/local-date.calendar.js';
import { measureNamed, rowsOf } from '../measures/figures/holdings.testkit.js';
import { RowTable } from '../measures/rows/row-table.measure.js';
import { KnownRowsMemory } from './known-rows-memory.rule.js';

const asOf = dayOf(2026, 5, 31);

function tableKnown(...days: readonly string[]): RowTable {
  const table = new RowTable();
  for (const known of days) addKnown(table, known);
  return table;
}

function addKnown(table: RowTable, known: string): void {
  table.add(rowsOf(measureNamed('decisions-made'), [{ on: '2026-05-01', x: 0, known }]));
}

it('keeps what rows known later cannot change, and makes anew what others can', () => {
  const memory = new KnownRowsMemory<number>(10);
  const table = tableKnown('2026-05-02');
  let made = 0;
  const recall = (tables: readonly RowTable[] = [table]): number =>
    memory.recall('it', tables, asOf, () => (made += 1));
  expect([recall(), recall()]).toEqual([1, 1]);
  addKnown(table, '2026-06-01');
  expect(recall()).toBe(1);
  addKnown(table, '2026-05-31');
  expect(recall()).toBe(2);
  expect(recall([tableKnown('2026-05-02', '2026-05-31')])).toBe(3);
});

it('drops what was asked for longest ago', () => {
  const memory = new KnownRowsMemory<string>(2);
  const made: string[] = [];
  for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) {
    memory.recall(name, [], asOf, () => {
      made.push(name);
      return name;
    });
  }
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});
