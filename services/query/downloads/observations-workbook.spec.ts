import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { no, yes } from '../../../libs/measures/measure.measure.js';
import { sheetsIn } from '../../../libs/publication/ods/ods.testkit.js';
import { QueryDoor } from '../query.testkit.js';

const door = new QueryDoor();
const query = 'measure=decisions-in-time&from=2026-04-01&to=2026-05-31&by=benefit&filter[channel]=online';

beforeAll(async () => {
  await door.open();
  await door.begin();
  await door.append(0, 10);
  const at = { benefit: 'ADP', channel: 'online' };
  await door.checkpoint(0, {
    rows: {
      'decisions-in-time': [
        { on: '2026-05-12', x: yes, count: 73, at },
        { on: '2026-05-13', x: no, count: 7, at },
      ],
    },
  });
  await door.follow();
});
afterAll(() => door.close());

describe('figures as a spreadsheet', () => {
  it('say what they are, that they are made up, and are those of the interface', async () => {
    const { status, headers, body } = await door
      .get(`/v1/observations/workbook?${query}`, 'staff')
      .buffer(true)
      .responseType('blob');
    expect([status, headers['content-disposition']]).toEqual([
      200,
      'attachment; filename=synthetic-decisions-in-time.ods',
    ]);
    const sheets = sheetsIn(body);
    expect(sheets.map(({ name }) => name)).toEqual(['Cover', 'Notes', 'Figures']);
    const told = JSON.stringify(sheets);
    for (const words of ['Synthetic data', 'channel: online', '2026-06-30', 'Checksum']) expect(told).toContain(words);
    const rows = sheets[2]?.rows.slice(-2) ?? [];
    expect(rows.map((cells) => [cells[0], cells[4], cells[5], cells[6], cells[7]])).toEqual([
      ['2026-04', 'ADP', '[z]', 0, 0],
      ['2026-05', 'ADP', 0.9125, 73, 80],
    ]);
  });

  it('are refused as the interface refuses, and closed to those who see controlled figures', async () => {
    const { status, body } = await door.get('/v1/observations/workbook?measure=nothing&format=ods', 'staff');
    expect([status, body.errors[0].member]).toEqual([400, 'format']);
    expect((await door.get(`/v1/observations/workbook?${query}`, 'scrutiny')).status).toBe(403);
  });
});
