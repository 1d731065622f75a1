import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { csvLines } from '../../../libs/publication/downloads/csv.testkit.js';
import { loadRegister } from '../../../libs/register/register.store.js';
import { QueryDoor } from '../query.testkit.js';

const { charter } = loadRegister();
let door: QueryDoor;

beforeEach(async () => {
  door = new QueryDoor();
  await door.open();
});

afterEach(async () => {
  await door.close();
});

describe('commitments as CSV', () => {
  it('have a row for each piece of evidence, and name every commitment, also those without a measure', async () => {
    const { status, headers, text } = await door.get('/v1/commitments?edition=2019&format=csv', 'staff');
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    const [header, ...rows] = csvLines(text);
    expect(header?.slice(0, 8)).toEqual([
      'edition',
      'commitment',
      'title',
      'section',
      'responsible',
      'framework',
      'measure_title',
      'evidence',
    ]);
    const commitments = charter.editions.find(({ id }) => id === '2019')?.commitments ?? [];
    expect([...new Set(rows.map(([, id]) => id))]).toEqual(commitments.map(({ id }) => id));
    expect(rows.filter(([, id]) => id === '2.9').map((row) => [row[5], row[7], row[10]])).toEqual([['', 'gap', 'gap']]);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header?.length]));
  });

  it('say nothing of how things stand to whoever may not see it', async () => {
    const { status, text } = await door.get('/v1/commitments?edition=2019&format=csv');
    const rows = csvLines(text).slice(1);
    expect(status).toBe(200);
    expect(
      rows
        .filter((row) => row[7] !== 'gap')
        .flatMap((row) => row.slice(10))
        .join(''),
    ).toBe('');
  });

  it('have no other format', async () => {
    expect((await door.get('/v1/commitments?format=pdf', 'staff')).status).toBe(400);
  });
});
