import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { loadRegister } from '../../../libs/register/register.store.js';
import { QueryDoor } from '../query.testkit.js';

const { targets } = loadRegister();
const door = new QueryDoor();

beforeAll(async () => {
  await door.open();
});

afterAll(async () => {
  await door.close();
});

describe('the targets', () => {
  it('are the register’s, whoever asks', async () => {
    const { status, body } = await door.get('/v1/targets');
    expect({ status, body }).toEqual({ status: 200, body: { targets } });
  });

  it('can be those of one measure, which may be one that is not computed yet', async () => {
    for (const id of new Set(targets.map(({ measure }) => measure))) {
      const { body } = await door.get(`/v1/targets?measure=${id}`);
      expect(body.targets).toEqual(targets.filter(({ measure }) => measure === id));
    }
  });

  it('are none for a computed measure without any', async () => {
    expect((await door.get('/v1/targets?measure=decisions-made')).body).toEqual({ targets: [] });
  });

  it.each(['nothing', '', '__proto__'])('cannot be asked for of a measure that there is not: %j', async (id) => {
    const { status, body } = await door.get(`/v1/targets?measure=${id}`);
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ member: 'measure', detail: expect.any(String), allowed: expect.any(Array) }]);
    expect(body.errors[0].allowed).toEqual(expect.arrayContaining(measures.map((measure) => measure.id)));
  });

  it('take no other member', async () => {
    expect((await door.get('/v1/targets?role=agency')).body.errors).toMatchObject([{ member: 'role' }]);
  });
});
