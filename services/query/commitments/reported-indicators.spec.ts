import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { loadRegister } from '../../../libs/register/register.store.js';
import { StoreUnavailable } from '../../../libs/store/engine-store.port.js';
import { QueryDoor } from '../query.testkit.js';
import { evidenceFiled, figureReported, tell } from '../reported/reported.testkit.js';
import type { FrameworkAnswer } from './framework.service.js';
import type { Indicator } from './indicators.service.js';

const { charter } = loadRegister();

let door: QueryDoor;

beforeEach(async () => {
  door = new QueryDoor();
  await door.open();
  await door.begin();
  await door.follow();
});

afterEach(async () => {
  await door.close();
});

async function frameworkAnswer(id: string, role = 'staff'): Promise<FrameworkAnswer> {
  const { status, body } = await door.get(`/v1/measures/${id}`, role);
  expect(status).toBe(200);
  return body;
}

/** What a framework measure's indicator of a kind says. */
async function indicator(id: string, kind: 'reported' | 'narrative', role?: string): Promise<Indicator | undefined> {
  return (await frameworkAnswer(id, role)).indicators.find(({ evidence }) => evidence.kind === kind);
}

describe('an indicator that is reported', () => {
  it('has the figure of the last whole year and of this one, who reported it and when', async () => {
    await tell(door, figureReported('S3-M58', 0.5, { numerator: 20, denominator: 40, note: 'A headcount.' }));
    await tell(door, figureReported('S3-M58', 0.6, { year: '2026-27', time: '2026-06-02T09:00:00+01:00' }));
    const found = await indicator('S3-M58', 'reported');
    expect(found).toMatchObject({
      latest: { period: '2025-26', value: 0.5, numerator: 20, denominator: 40, interval: null, status: [] },
      year: { period: '2026-27', value: 0.6, numerator: null, status: ['p'] },
      state: 'no-target',
    });
    expect(found?.filed).toEqual([
      {
        year: '2025-26',
        figure: {
          value: 0.5,
          numerator: 20,
          denominator: 40,
          note: 'A headcount.',
          source: 'urn:example:reporting',
          id: 'f1',
          time: '2026-05-04T10:00:00Z',
          recordedOn: '2026-05-04',
        },
        entries: [],
      },
      { year: '2026-27', figure: expect.objectContaining({ time: '2026-06-02T08:00:00Z' }), entries: [] },
    ]);
  });

  it('says the same under the commitment that it is of', async () => {
    await tell(door, figureReported('S3-M58', 0.5));
    const { body } = await door.get('/v1/commitments/2019/3.7', 'staff');
    expect(body.indicators).toEqual((await frameworkAnswer('S3-M58')).indicators);
    const { body: before } = await door.get('/v1/commitments/2019/3.7?asOf=2026-05-03', 'staff');
    expect(before).toMatchObject({ asOf: '2026-05-03', indicators: [{ state: 'gap', latest: { status: ['x'] } }] });
  });
});

describe('an indicator in words', () => {
  it('lists every entry and is never scored', async () => {
    await tell(
      door,
      evidenceFiled('S4-M73', 'First', { link: 'https://example.scot/1' }),
      evidenceFiled('S4-M73', 'Second', { id: 'e2', time: '2026-06-02T09:00:00Z' }),
      figureReported('S4-M73', 4),
    );
    const words = await indicator('S4-M73', 'narrative');
    expect(words).toMatchObject({ latest: { value: null, status: ['z'] }, state: 'no-target' });
    expect(words?.filed?.[0]).toMatchObject({
      year: '2025-26',
      figure: null,
      entries: [
        { title: 'First', summary: 'About First.', link: 'https://example.scot/1', time: '2026-05-04T10:00:00Z' },
        { title: 'Second', link: null },
      ],
    });
    expect(await indicator('S4-M73', 'reported')).toMatchObject({ latest: { value: 4 }, filed: [{ entries: [] }, {}] });
  });
});

describe('what was reported', () => {
  beforeEach(() => tell(door, figureReported('S3-M58', 0.5)));

  it.each(['public', 'producer', 'importer'])('is not shown to %s', async (role) => {
    const { body } = await door.get('/v1/measures/S3-M58', role === 'public' ? undefined : role);
    expect(body.indicators).toMatchObject([{ latest: null, year: null, state: null, filed: null }]);
    expect(body.warnings).toHaveLength(1);
  });

  it('stands while the store is out of reach, and the answer says that something may be missing', async () => {
    await indicator('S3-M58', 'reported');
    await tell(
      door,
      figureReported('S3-M58', 0.5),
      figureReported('S3-M58', 0.7, { id: 'f2', time: '2026-05-05T10:00:00Z' }),
    );
    jest.spyOn(door.store, 'position').mockRejectedValue(new StoreUnavailable('away'));
    const { indicators, warnings } = await frameworkAnswer('S3-M58');
    expect(indicators).toMatchObject([{ latest: { value: 0.5 } }]);
    expect(warnings).toEqual([expect.stringContaining('may be missing')]);
  });
});

describe('a framework measure', () => {
  it('is answered with its place in the charter, each of them', async () => {
    for (const measure of charter.measures) {
      const answer = await frameworkAnswer(measure.id);
      expect(answer).toMatchObject(measure);
      expect(answer.indicators.map(({ evidence }) => evidence)).toEqual(measure.evidencedBy);
      expect(answer.promises.length).toBeGreaterThanOrEqual(measure.commitments.length);
      expect(answer.themes.length).toBeGreaterThan(0);
      expect(answer).toMatchObject({ redress: charter.redress, asOf: '2026-06-30' });
    }
  });

  it('names the commitments of 2024 that carry its own on, inferred ones as such', async () => {
    const { promises, responsible } = await frameworkAnswer('S2-M31');
    expect(promises.map(({ edition, id }) => `${edition}/${id}`)).toEqual(
      expect.arrayContaining(['2019/2.2', '2024/i2.d']),
    );
    expect(promises.find(({ id }) => id === 'i2.d')).toMatchObject({ confidence: 'inferred', continues: ['2.2'] });
    expect(['both', 'agency', 'government']).toContain(responsible);
  });

  it('is a gap, by name, where nothing stands for it itself', async () => {
    const gaps: string[] = [];
    for (const { id } of charter.measures) if ((await frameworkAnswer(id)).gap) gaps.push(id);
    expect(gaps).toEqual(['S2-M32']);
  });
});
