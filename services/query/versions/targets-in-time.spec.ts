import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { no, yes } from '../../../libs/measures/measure.measure.js';
import type { Register } from '../../../libs/register/register.fact.js';
import { loadRegister } from '../../../libs/register/register.store.js';
import { REGISTER } from '../query.settings.js';
import { QueryDoor } from '../query.testkit.js';

const register = loadRegister();
const ofPayments = register.targets.filter(({ measure }) => measure === 'payments-on-time');

/** The objective for payments is lowered in the middle of May 2026. */
const changed: Register = {
  ...register,
  targets: [
    ...ofPayments.map((target) => ({ ...target, from: '2026-05-14', objective: { op: 'gte', value: 0.6 } as const })),
    ...register.targets,
  ],
};

const door = new QueryDoor({}, null, [{ provide: REGISTER, useValue: changed }]);

beforeAll(async () => {
  await door.open();
  await door.begin();
  await door.append(0, 40);
  const month = (on: string) => [
    { on, x: yes, count: 30 },
    { on, x: no, count: 2 },
  ];
  await door.checkpoint(0, {
    rows: { 'payments-on-time': ['2026-04-15', '2026-05-20', '2026-06-10'].flatMap(month) },
  });
  await door.follow();
});

afterAll(async () => {
  await door.close();
});

describe('a target that changes', () => {
  const path = '/v1/observations?measure=payments-on-time';

  it.each([
    ['month', 'from=2026-04&to=2026-06', [1, 1, 0.6]],
    ['day', 'from=2026-05-13&to=2026-05-14', [1, 0.6]],
    ['week', 'from=2026-W20&to=2026-W21', [1, 0.6]],
    ['year', 'from=2026-27&to=2026-27', [1]],
  ])('is stated for each %s as it was in force on its first day', async (grain, range, targets) => {
    const { body } = await door.get(`${path}&grain=${grain}&${range}`, 'staff');
    expect(body.observations.map(({ target }: { readonly target: number }) => target)).toEqual(targets);
  });

  it('is what a period is judged by that begins under it, and no earlier one', async () => {
    const stateAsOf = async (asOf: string): Promise<unknown> => {
      const { body } = await door.get(`/v1/attention?asOf=${asOf}`, 'staff');
      const { latest, state, objective } = body.rows.find(
        ({ measure }: { readonly measure: { readonly id: string } }) => measure.id === 'payments-on-time',
      );
      return [latest.period, latest.target, objective.value, state];
    };
    expect(await stateAsOf('2026-06-30')).toEqual(['2026-05', 1, 1, 'off-target']);
    door.now = Date.parse('2026-07-02T12:00:00Z');
    expect(await stateAsOf('2026-07-02')).toEqual(['2026-06', 0.6, 0.6, 'on-target']);
  });
});
