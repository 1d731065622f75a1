import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decided, received } from '../../../libs/measures/measure.testkit.js';
import { breakDay, secondVersion, withSecondVersion } from '../../../libs/measures/two-versions.testkit.js';
import { DocumentedAnswers } from '../../../libs/openapi/documented-answers.testkit.js';
import { definitionHash } from '../definitions/definition.codec.js';
import { MEASURES } from '../query.settings.js';
import { QueryDoor } from '../query.testkit.js';
import { beginCounting, countCases } from '../explain/explain.testkit.js';

const door = new QueryDoor({}, null, [{ provide: MEASURES, useValue: withSecondVersion }]);
const id = 'applications-received';
let documented: DocumentedAnswers;

beforeAll(async () => {
  await door.open();
  documented = new DocumentedAnswers((await door.get('/v1/openapi.json')).body);
  await beginCounting(door, withSecondVersion);
  const cases = {
    'CLAIM-000001': [received('2026-04-08'), decided('2026-06-02')],
    'CLAIM-000002': [received('2026-04-20'), decided('2026-05-20')],
    'CLAIM-000003': [received('2026-05-04', { benefit: 'SCP' }), decided('2026-06-09')],
    'CLAIM-000004': [received('2026-06-01')],
  };
  await countCases(door, 0, cases, { counted: withSecondVersion });
  await door.follow();
});

afterAll(async () => {
  await door.close();
});

async function figures(query: string): Promise<readonly unknown[]> {
  const { body, status } = await door.get(`/v1/observations?${query}`, 'staff');
  expect(status).toBe(200);
  return body.observations.map((row: { period: string; value: number; status: readonly string[] }) => [
    row.period,
    row.value,
    row.status.includes('b'),
  ]);
}

describe('a measure that has got a second version', () => {
  it('is answered by the version in force in each period, with a break where it changes', async () => {
    expect(await figures(`measure=${id}&from=2026-04-01`)).toEqual([
      ['2026-04', 2, false],
      ['2026-05', 1, false],
      ['2026-06', 2, true],
    ]);
    expect(await figures(`measure=${id}&grain=year&from=2025-04-01`)).toEqual([
      ['2025-26', 0, false],
      ['2026-27', 4, false],
    ]);
  });

  it('is answered by one version over the whole time where that is asked for', async () => {
    expect(await figures(`measure=${id}@1.0.0&from=2026-04-01`)).toEqual([
      ['2026-04', 2, false],
      ['2026-05', 1, false],
      ['2026-06', 1, false],
    ]);
    expect(await figures(`measure=${id}@2.0.0&from=2026-04-01`)).toEqual([
      ['2026-04', 0, false],
      ['2026-05', 1, false],
      ['2026-06', 2, false],
    ]);
    expect((await door.get(`/v1/observations?measure=${id}@3.0.0`, 'staff')).status).toBe(400);
  });

  it('has the heading of the version in force in the last period of the answer', async () => {
    const heading = async (query: string): Promise<unknown> =>
      (await door.get(`/v1/observations?measure=${id}&${query}`, 'staff')).body.measure.version;
    expect(await heading('from=2026-04&to=2026-05')).toBe('1.0.0');
    expect(await heading('from=2026-04&to=2026-06')).toBe('2.0.0');
  });

  it('is listed once, by the version in force today, with both', async () => {
    const { body } = await door.get('/v1/measures');
    const listed = body.measures.filter((measure: { readonly id: string }) => measure.id === id);
    expect(listed).toMatchObject([
      {
        version: '2.0.0',
        versions: [
          { version: '1.0.0', inForceFrom: null },
          { version: '2.0.0', inForceFrom: breakDay, definitionHash: definitionHash(secondVersion) },
        ],
      },
    ]);
    expect((await door.get(`/v1/measures/${id}`)).body).toEqual(listed[0]);
    const first = await door.get(`/v1/measures/${id}@1.0.0`);
    expect(first.body).toMatchObject({ version: '1.0.0', versions: listed[0].versions });
    for (const answer of [await door.get('/v1/measures'), first]) {
      const route = answer === first ? 'get /v1/measures/{id}' : 'get /v1/measures';
      expect(documented.faultOf(route, answer)).toBeNull();
    }
  });

  it('stands in attention once, by the versions in force', async () => {
    const { body } = await door.get('/v1/attention?asOf=2026-06-30', 'staff');
    const rows = body.rows.filter(({ measure }: { readonly measure: { readonly id: string } }) => measure.id === id);
    expect(rows).toMatchObject([{ latest: { period: '2026-05', value: 1 }, year: { period: '2026-27', value: 4 } }]);
  });

  it.each([
    ['2026-05', '1.0.0', ['CLAIM-000003']],
    ['2026-06', '2.0.0', ['CLAIM-000001', 'CLAIM-000003']],
  ])('is explained in %s by version %s', async (period, version, references) => {
    const { body } = await door.get(`/v1/explain?measure=${id}&period=${period}`, 'auditor');
    const observed = await door.get(`/v1/observations?measure=${id}&from=${period}&to=${period}`, 'staff');
    expect(body).toMatchObject({ definition: { version }, observation: observed.body.observations[0] });
    expect(body.observation.status.includes('b')).toBe(version === '2.0.0');
    expect(body.cases.references.sort()).toEqual(references);
  });

  it('is explained by one version where that is asked for', async () => {
    const { body } = await door.get(`/v1/explain?measure=${id}@1.0.0&period=2026-06`, 'auditor');
    expect(body).toMatchObject({ definition: { version: '1.0.0' }, cases: { references: ['CLAIM-000004'] } });
  });
});

describe('a generation that was begun before the second version', () => {
  it('answers until the second is in force, and then says that it is being computed', async () => {
    const older = new QueryDoor({}, null, [{ provide: MEASURES, useValue: withSecondVersion }]);
    await older.open();
    await beginCounting(older);
    await countCases(older, 0, { 'CLAIM-000001': [received('2026-04-08')] });
    await older.follow();
    const asked = async (range: string): Promise<number> =>
      (await older.get(`/v1/observations?measure=${id}&${range}`, 'staff')).status;
    expect(await asked('from=2026-04&to=2026-05')).toBe(200);
    expect(await asked('from=2026-04&to=2026-06')).toBe(503);
    await older.close();
  });
});
