import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { loadRegister } from '../../../libs/register/register.store.js';
import { evidencedIn } from '../commitments/evidenced.rule.js';
import { QueryDoor } from '../query.testkit.js';

const { charter } = loadRegister();
const door = new QueryDoor();

beforeAll(async () => {
  await door.open();
});

afterAll(async () => {
  await door.close();
});

describe('the measures', () => {
  it('are listed for everybody: the computed ones, then the framework in its order', async () => {
    const { status, body } = await door.get('/v1/measures');
    expect(status).toBe(200);
    expect(body.measures.map(({ id }: { readonly id: string }) => id)).toEqual(measures.map(({ id }) => id));
    expect(body.framework).toEqual(charter.measures);
  });

  it('are each answered as in the list', async () => {
    const { body } = await door.get('/v1/measures');
    for (const listed of [body.measures[0], body.measures.at(-1), body.framework[0]]) {
      expect((await door.get(`/v1/measures/${listed.id}`)).body).toMatchObject(listed);
    }
  });

  it('state definition, cubes, codes and hash, and no code', async () => {
    const { body } = await door.get('/v1/measures/open-applications');
    expect(body).toMatchObject({
      id: 'open-applications',
      version: '1.0.0',
      kind: 'stock',
      definition: expect.any(String),
      dateRule: expect.any(String),
      definitionHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(body.cubes).toContainEqual(['benefit', 'channel', 'waiting']);
    expect(body.dimensions).toContainEqual({
      name: 'waiting',
      codes: ['0-20', '21-40', '41-60', '61-100', '101-plus'],
    });
    expect(body).not.toHaveProperty('contribute');
  });

  it('have everything that a page about a figure shows', async () => {
    for (const { id, kind } of measures) {
      const { body } = await door.get(`/v1/measures/${id}`);
      expect(body).toMatchObject({
        title: expect.any(String),
        definition: expect.any(String),
        dateRule: expect.any(String),
        unit: expect.any(String),
        betterWhen: expect.any(String),
        provisionalDays: expect.any(Number),
        cohort: expect.any(Boolean),
        cubes: expect.any(Array),
        version: expect.any(String),
        source: expect.any(String),
        definitionHash: expect.any(String),
        evidences: expect.any(Array),
      });
      expect(body).toHaveProperty('clock');
      expect('parts' in body).toBe(kind === 'shares');
    }
  });

  it('say what they stand for in the framework, and for which commitments', async () => {
    const { body } = await door.get('/v1/measures/decisions-in-time');
    expect(body.evidences).toEqual(evidencedIn(charter)('decisions-in-time'));
    expect(body.evidences).toContainEqual({
      framework: 'S2-M31',
      title: expect.any(String),
      relation: 'direct',
      commitments: expect.arrayContaining([{ edition: '2019', id: '2.2', title: expect.any(String) }]),
    });
  });

  it.each(['nothing', '__proto__', 'constructor', 'x'.repeat(5_000), 'S9-M99', '..%2f..%2fetc'])(
    'do not include %j',
    async (id) => {
      const { status, headers } = await door.get(`/v1/measures/${id}`);
      expect(status).toBe(404);
      expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    },
  );

  it('are refused to a bad token', async () => {
    expect((await door.get('/v1/measures', 'nobody')).status).toBe(401);
  });
});
