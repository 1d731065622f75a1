import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { differentMeasures } from '../../../libs/measures/figures/random-cases.testkit.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import type { ListedDimension } from '../observations/dimension-list.rule.js';
import { QueryDoor } from '../query.testkit.js';

const door = new QueryDoor();
let dimensions: readonly ListedDimension[];

beforeAll(async () => {
  await door.open();
  await door.begin();
  await door.follow();
  dimensions = (await door.get('/v1/dimensions')).body.dimensions;
});

afterAll(async () => {
  await door.close();
});

function named(name: string): ListedDimension {
  const found = dimensions.find((dimension) => dimension.name === name);
  if (found === undefined) throw new Error(`no dimension ${name}`);
  return found;
}

describe('the dimensions', () => {
  it('are each there once, whoever asks', () => {
    expect(dimensions.map(({ name }) => name).sort()).toEqual([
      'ageBand',
      'benefit',
      'channel',
      'disability',
      'ethnicGroup',
      'gender',
      'localAuthority',
      'reason',
      'waiting',
    ]);
  });

  it('have the register’s names where it has some', () => {
    expect(named('benefit').codes).toContainEqual({ code: 'ADP', name: 'Adult Disability Payment' });
    expect(named('localAuthority').codes).toContainEqual({ code: 'S12000036', name: 'City of Edinburgh' });
    expect(named('channel').codes).toContainEqual({ code: 'online', name: null });
  });

  it('say which measures have them, and which are worked out', () => {
    expect(named('benefit').measures).toEqual(measures.map(({ id }) => id));
    expect(named('reason').measures).toContain('complaints-received');
    expect(named('waiting')).toMatchObject({ derived: true, measures: ['open-applications'] });
    expect(dimensions.filter(({ derived }) => derived)).toHaveLength(1);
  });

  it('have codes by which exactly the measures named can be filtered', async () => {
    const different = new Set(differentMeasures.map(({ id }) => id));
    for (const { name, codes, measures: having } of dimensions) {
      for (const { code, onlyFor = having } of [codes[0], codes.at(-1)].filter((one) => one !== undefined)) {
        for (const id of having.filter((one) => different.has(one))) {
          const { status } = await door.get(`/v1/observations?measure=${id}&filter[${name}]=${code}`, 'staff');
          expect([id, name, code, status]).toEqual([id, name, code, onlyFor.includes(id) ? 200 : 400]);
        }
      }
    }
  }, 30_000);
});
