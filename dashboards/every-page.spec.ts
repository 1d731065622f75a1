import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PAGES, PAGES_BY_THEMSELVES, PagesDoor, wordsOf } from './pages.testkit.js';
import { exampleCommitment, exampleEntry } from './query-client/example-answers.testkit.js';

const door = new PagesDoor();
beforeAll(() => door.open());
beforeEach(() => door.query.beginAgain());
afterAll(() => door.close());

describe.each([...PAGES, ...PAGES_BY_THEMSELVES, '/nowhere'])('the page %s', (path) => {
  it('is one document in British English with one heading and a title of its own', async () => {
    const { status, headers, text } = await door.get(path);
    expect({ status, type: headers['content-type'] }).toEqual({
      status: path === '/nowhere' ? 404 : 200,
      type: 'text/html; charset=utf-8',
    });
    expect(text).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">/);
    expect(text.match(/<h1[ >]/g)).toHaveLength(1);
    expect(text).toMatch(/<title>[^<]+ – Charter Monitor \(synthetic\)<\/title>/);
    expect(text.match(/<main /g)).toHaveLength(1);
  });

  it('says that its data are made up', async () => {
    const { text } = await door.get(path);
    expect(wordsOf(text)).toContain('Synthetic data Every figure here is made up.');
  });

  it('needs nothing that the policy of the door forbids', async () => {
    const { headers, text } = await door.get(path);
    expect(headers['content-security-policy']).toContain("default-src 'none';style-src 'self';script-src 'self'");
    expect(text).not.toMatch(/\sstyle=|<style|\son[a-z]+=|javascript:/i);
    const scripts = [...text.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)];
    expect(scripts.map(([, , inside]) => inside).join('')).toBe('');
    expect(scripts.every(([, attributes]) => attributes?.includes('src="/assets/'))).toBe(true);
  });

  it('is kept by nobody', async () => {
    expect((await door.get(path)).headers['cache-control']).toBe('no-store');
  });

  it('has each id once', async () => {
    const ids = [...(await door.get(path)).text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('holds its own address in the form that says who is looking', async () => {
    const { text } = await door.get(path);
    expect(text).toContain(`<input type="hidden" name="from" value="${path.replaceAll('&', '&amp;')}"`);
  });
});

describe('figures', () => {
  it.each(['public', 'scrutiny'] as const)('are not open to %s: the page says to whom they are', async (viewer) => {
    for (const path of ['/live', '/live/attention', '/live/measure/decisions-in-time']) {
      const { status, text } = await door.get(path, viewer);
      expect(status).toBe(200);
      expect(wordsOf(text)).toContain(
        'The figures on this page are not published yet, so they are open only to agency staff',
      );
      expect(text).not.toContain('92.5%');
    }
  });

  it.each(['/', '/commitments/2019/2.2'])('of %s are those of the last release for the public', async (path) => {
    const { status, text } = await door.get(path, 'public');
    expect(status).toBe(200);
    const words = wordsOf(text);
    expect(words).toContain('90% of decisions were made in time in 2025-26');
    expect(words).toContain(
      'As published on 20 November 2026: the final figures of 2025-26, as known on 19 November 2026.',
    );
    expect(words).not.toContain('92.5%');
    expect(text).toContain('href="/annual/2025-26/releases/2025-26.1"');
    expect(text).not.toContain('id="live-bar"');
    const asked = door.query.asked.map((one) => one.path);
    expect(asked).toContain('/v1/releases/2025-26.1/aggregates?table=published');
  });

  it.each(['/', '/commitments/2019/2.2'])('of %s are none where nothing was released', async (path) => {
    door.query.answers('/v1/releases', { releases: [] });
    const { status, text } = await door.get(path, 'public');
    expect(status).toBe(200);
    expect(wordsOf(text)).toContain('No figures have been published yet.');
    expect(text).not.toMatch(/\d%/);
  });

  it.each(['public', 'scrutiny'] as const)('are not to be downloaded by %s', async (viewer) => {
    const { status, headers, text } = await door.get('/live/measure/decisions-in-time/figures.csv', viewer);
    expect({ status, type: headers['content-type'] }).toEqual({ status: 403, type: 'text/html; charset=utf-8' });
    expect(wordsOf(text)).toContain('These figures are not open to you');
  });

  it('are asked for on behalf of whoever looks', async () => {
    for (const viewer of ['public', 'scrutiny', 'staff', 'compiler', 'auditor', 'admin'] as const) {
      door.query.beginAgain();
      await door.get('/live/attention', viewer);
      const token = viewer === 'public' ? null : `demo-${viewer}`;
      expect(door.query.asked.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
        { path: '/v1/attention', token },
        { path: '/v1/queue?measure=decisions-in-time', token },
      ]);
    }
  });

  it('are downloaded as query gives them, under a name that says that they are made up', async () => {
    const { status, headers, text } = await door.get('/live/measure/decisions-in-time/figures.csv?channel=online');
    expect({ status, text }).toEqual({ status: 200, text: 'period,value\n' });
    expect(headers['content-disposition']).toBe('attachment; filename=synthetic-decisions-in-time.csv');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(door.query.asked.at(-1)?.path).toContain('filter%5Bchannel%5D=online&format=csv');
  });
});

describe('what people told of a promise', () => {
  const path = '/commitments/2019/2.2';

  it('stands under its measure, with who told it and when', async () => {
    const text = wordsOf((await door.get(path)).text);
    expect(text).toContain('Reported for 2025-26: 0.525 (21 of 40). A made-up headcount.');
    expect(text).toContain('Told in words for 2025-26. What was done A made-up account of it.');
    expect(text).toContain('Told by urn:example:reporting on 4 June 2026.');
  });

  it('is text and nothing else, whatever it holds', async () => {
    const [first, ...others] = exampleCommitment.indicators.filter(({ evidence }) => evidence.kind === 'narrative');
    const entry = { ...exampleEntry, title: '<img src=x>', summary: '<script>x</script>', link: null };
    const filed = [{ year: '2025-26', figure: null, entries: [entry] }];
    expect([first?.framework, others]).toEqual(['S3-M59', []]);
    door.query.answers(`/v1${path}`, {
      ...exampleCommitment,
      indicators: exampleCommitment.indicators.map((one) => (one === first ? { ...one, filed } : one)),
    });
    const { text } = await door.get(path);
    expect(text).not.toMatch(/<img|<script>x/);
    expect(wordsOf(text)).toContain('&lt;script>x');
  });

  it('is a gap, by name, where only something related stands for it', async () => {
    const text = wordsOf((await door.get(path)).text);
    expect(text).toContain('Correct in amount Measure S2-M32 of the framework Nothing stands for this itself.');
  });
});

describe('while the history is being counted', () => {
  it.each(['/', '/live'])('%s says how far it is, and loads itself again where there is no script', async (path) => {
    door.query.answers('/v1/status', { countedTo: '2026-11-23T10:42:00Z', filling: { sent: 12_000, of: 100_000 } });
    const { text } = await door.get(path);
    expect(wordsOf(text)).toContain('12,000 of 100,000 events');
    expect(text).toContain('<noscript><meta http-equiv="refresh" content="5"/></noscript>');
  });
});
