import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PagesDoor, wordsOf } from '../pages.testkit.js';
import { exampleExplanation } from '../query-client/example-scrutiny.testkit.js';

const door = new PagesDoor();
beforeAll(() => door.open());
beforeEach(() => door.query.beginAgain());
afterAll(() => door.close());

const measure = '/scrutiny/decisions-in-time';

describe('a measure checked', () => {
  it('has its definition, limits, last release, revisions, promises and targets', async () => {
    const text = wordsOf((await door.get(measure)).text);
    for (const part of [
      'What this does not tell you',
      'Release 2025-26.1 is about 2025-26',
      'How it was revised',
      'As known on 22 November 2026',
      'Version 1.0.0, in force from the beginning and now',
      'Promise 2.2',
      'All benefits: at least 90%, from 1 January 2018: set by the agency',
    ]) {
      expect(text).toContain(part);
    }
  });

  it.each(['public', 'scrutiny'] as const)('shows %s no live figure, but what the release says', async (viewer) => {
    const text = wordsOf((await door.get(measure, viewer)).text);
    expect(text).toContain('The live figures are not open to you. Below is what the last release says.');
    expect(text).toContain('90% (180 of 200)');
    expect(text).not.toContain('92.5%');
  });

  it('knows the last whole day alone where no steps are told', async () => {
    door.query.refuses('/v1/steps', 404, 'There are none.');
    const { text } = await door.get(measure);
    expect(wordsOf(text)).toContain('Only one step is known so far');
    expect(door.query.asked.some(({ path }) => path.includes('asOf=2026-11-22'))).toBe(true);
  });

  it('holds a release and a step side by side by the year of the release', async () => {
    await door.get(`${measure}?a=2025-26.1&b=2026-11-22`);
    expect(door.query.asked.map(({ path }) => path)).toContain(
      '/v1/observations?measure=decisions-in-time&grain=year&from=2025-26&to=2025-26&asOf=2026-11-22',
    );
  });
});

describe('what a figure was counted from', () => {
  const path = `${measure}/explain`;

  it('is told for the last whole month at the newest step', async () => {
    const text = wordsOf((await door.get(path)).text);
    expect(text).toContain('decision.made');
    expect(text).toContain('92.5% in October 2026 [p] : 185 of 200');
    expect(door.query.asked.at(-1)?.path).toBe('/v1/explain?measure=decisions-in-time&period=2026-10&asOf=2026-11-22');
  });

  it('leads an auditor from page to page of cases', async () => {
    const cases = { total: 900, references: ['CASE-000001'], next: '500-900-1200' };
    door.query.answers('/v1/explain', { ...exampleExplanation, cases });
    const { text } = await door.get(path, 'auditor');
    expect(text).toContain('<code>CASE-000001</code>');
    expect(text).toContain('period=2026-10&amp;after=500-900-1200#cases');
  });

  it('marks what is held back', async () => {
    const counts = { cases: 200, corrections: null, late: 0, duplicates: 5, quarantined: null };
    door.query.answers('/v1/explain', { ...exampleExplanation, audience: 'scrutiny', positions: null, counts });
    const text = wordsOf((await door.get(path, 'staff')).text);
    expect(text).toContain('[c] facts correct or withdraw another');
    expect(text).toContain('[c] Held back');
  });

  it('is not open to everybody, and is nothing for a measure of the framework', async () => {
    expect(wordsOf((await door.get(path, 'public')).text)).toContain('is open to scrutiny bodies, agency staff');
    expect((await door.get('/scrutiny/S2-M31/explain')).status).toBe(404);
  });
});

describe('instead of a page that cannot be had', () => {
  it.each([
    ['/scrutiny?edition=1919', 404],
    ['/scrutiny/nothing-of-the-kind', 404],
    ['/scrutiny/nothing-of-the-kind/explain', 404],
  ])('%s is answered %d', async (path, status) => {
    expect((await door.get(path)).status).toBe(status);
  });

  it('a choice that nothing fits says so', async () => {
    const { text } = await door.get('/scrutiny?kind=nothing&state=on-target');
    expect(wordsOf(text)).toContain('No row fits this choice.');
  });

  it('the list says that query is away', async () => {
    door.query.refuses('/v1/commitments', 503, 'Not now.');
    expect((await door.get('/scrutiny')).status).toBe(503);
  });
});

describe('the download', () => {
  it('is what query gives of the edition and section, under a name that says that it is made up', async () => {
    door.query.answers('/v1/commitments', 'edition\r\n2019\r\n');
    const { text, headers } = await door.get('/scrutiny/rows.csv?edition=2019&section=Processes&state=gap');
    expect(text).toBe('edition\r\n2019\r\n');
    expect(headers['content-disposition']).toBe('attachment; filename=synthetic-promises.csv');
    expect(door.query.asked.at(-1)?.path).toBe(
      '/v1/commitments?edition=2019&section=Processes&include=indicators&format=csv',
    );
  });
});
