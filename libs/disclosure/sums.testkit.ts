import { ABSENT, cellAt, type CellSystem, type Plane } from './cell-system.fact.js';

/** Adds something up by cell; the counts themselves, or how another world differs from them. */
export type Amounts = (cell: number) => number;

/** Names every sum of the system that does not come out: of codes, of benefits, of periods, of days, of sorts. */
export function sumsThatFail(system: CellSystem, amounts: Amounts): readonly string[] {
  const { quantities, time, benefits, whole, benefit, branches, day, week } = system;
  const failed: string[] = [];
  const expectSum = (name: string, total: number, parts: readonly number[]): void => {
    const cells = [total, ...parts];
    if (cells.some((cell) => system.sight[cell] === ABSENT)) return;
    if (parts.reduce((sum, cell) => sum + amounts(cell), 0) !== amounts(total)) failed.push(`${name} ${total}`);
  };
  const planes: readonly Plane[] = [whole, benefit, ...branches.flatMap(({ alone, byBenefit }) => [alone, byBenefit])];
  for (let quantity = 0; quantity < quantities.number; quantity += 1) {
    const at = (plane: Plane, group: number, period: number): number => cellAt(plane, group, period, system) + quantity;
    time.periods.forEach((_, period) => {
      const every = benefits.map((__, index) => index);
      expectSum(
        'benefits',
        at(whole, 0, period),
        every.map((index) => at(benefit, index, period)),
      );
      for (const { codes, alone, byBenefit } of branches) {
        for (const index of every) {
          expectSum(
            'codes',
            at(benefit, index, period),
            codes.map((__, code) => at(byBenefit, index * codes.length + code, period)),
          );
        }
        codes.forEach((__, code) => {
          expectSum(
            'benefits of a code',
            at(alone, code, period),
            every.map((index) => at(byBenefit, index * codes.length + code, period)),
          );
        });
      }
      for (const plane of planes) {
        for (let group = 0; group < plane.groups; group += 1) {
          expectSum(
            'leaves',
            at(plane, group, period),
            (time.below[period] ?? []).map((leaf) => at(plane, group, leaf)),
          );
        }
      }
    });
    const daysOf = (isMeant: (index: number) => boolean): readonly number[] =>
      time.days.flatMap((_, index) => (isMeant(index) ? [at(day, 0, index)] : []));
    if (time.days.length > 0) {
      for (let leaf = 0; leaf < time.leaves; leaf += 1) {
        expectSum(
          'days',
          at(whole, 0, leaf),
          daysOf((index) => time.leafOfDay[index] === leaf),
        );
      }
      time.weeks.forEach((_, index) => {
        expectSum(
          'week',
          at(week, 0, index),
          daysOf((of) => time.weekOfDay[of] === index),
        );
      });
    }
  }
  if (quantities.number > 1) {
    for (let first = 0; first < system.cells; first += quantities.number) {
      const sorts = Array.from({ length: quantities.number - 1 }, (_, x) => first + 1 + x);
      expectSum('sorts', first, sorts);
    }
  }
  return failed;
}
