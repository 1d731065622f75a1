import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PagesDoor, wordsOf } from '../pages.testkit.js';

const door = new PagesDoor();
const path = '/live/measure/decisions-in-time';
beforeAll(() => door.open());
beforeEach(() => door.query.beginAgain());
afterAll(() => door.close());

describe('the page of a measure', () => {
  it('holds the last whole month beside the one before it and the same one a year before, in words too', async () => {
    const text = wordsOf((await door.get(path)).text);
    expect(text).toContain('Then and now');
    expect(text).toMatch(
      /November 2026 96\.0% – October 2026 95\.5% About the same November 2025 90\.0% No clear change/,
    );
  });

  it('says which limits end soon, to those who see exact figures', async () => {
    const { text } = await door.get(`${path}?benefit=SCP&asof=2026-10-31`, 'auditor');
    expect(wordsOf(text)).toContain('12 time limits end in the next five working days');
    const asked = door.query.asked.find((one) => one.path.startsWith('/v1/queue'));
    expect(asked).toEqual({
      path: '/v1/queue?measure=decisions-in-time&asOf=2026-10-31&filter%5Bbenefit%5D=SCP',
      token: 'demo-auditor',
    });
  });

  it('has an address that shows the same for ever', async () => {
    const { text } = await door.get(`${path}?benefit=SCP`);
    const address =
      '/live/measure/decisions-in-time?benefit=SCP&grain=month&from=2025-11-01&to=2026-11-30&asof=2026-11-23';
    expect(text).toContain(`href="${address.replaceAll('&', '&amp;')}"`);
    expect((await door.get(address)).status).toBe(200);
  });

  it('asks for the last whole month by what is to stand side by side', async () => {
    expect((await door.get(`${path}?by=channel&benefit=SCP`)).status).toBe(200);
    expect(door.query.asked.map((one) => one.path)).toContain(
      '/v1/observations?measure=decisions-in-time&by=channel&grain=month&from=2026-11-01&to=2026-11-30&filter%5Bbenefit%5D=SCP',
    );
  });

  it('gives its figures as a spreadsheet, as query makes it', async () => {
    const { status, headers } = await door.get(`${path}/figures.ods?channel=online`);
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('application/vnd.oasis.opendocument.spreadsheet');
    expect(headers['content-disposition']).toContain('synthetic-decisions-in-time.ods');
    expect(door.query.asked.at(-1)?.path).toMatch(/^\/v1\/observations\/workbook\?.*filter%5Bchannel%5D=online/);
    expect((await door.get(`${path}/figures.ods`, 'scrutiny')).status).toBe(403);
  });
});
