import { describe, expect, it } from '@jest/globals';
import { day, holdingsOf, measureNamed, type WrittenRow } from '../../../libs/measures/figures/holdings.testkit.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { no, notComputable, yes } from '../../../libs/measures/measure.measure.js';
import { rulesOf } from '../../../libs/register/register-rules.rule.js';
import { loadRegister } from '../../../libs/register/register.store.js';
import { attentionRow, type AttentionRow } from './attention-row.rule.js';
import { goneQuiet, standingOf } from './measure-standing.rule.js';

const rules = rulesOf(loadRegister());

function rowOf(id: string, written: readonly WrittenRow[], since: number | null = null): AttentionRow {
  const measure = measureNamed(id);
  const standing = standingOf(measure, holdingsOf(measure, written), day('2026-06-30'), rules);
  return attentionRow(measure, since === null ? standing : goneQuiet(standing, since), null);
}

describe('a row of attention', () => {
  it.each<readonly [string, string, readonly WrittenRow[], number | null]>([
    [
      'so many as were late',
      'payments-on-time',
      [
        { on: '2026-05-12', x: yes, count: 30 },
        { on: '2026-05-13', x: no, count: 2 },
      ],
      2,
    ],
    ['none of what is not over', 'payments-on-time', [{ on: '2026-06-12', x: no }], 0],
    ['none where all is well', 'approval-rate', [{ on: '2026-05-12', x: yes }], 0],
    ['not what cannot be told', 'redeterminations-in-time', [{ on: '2026-05-12', x: notComputable }], null],
    ['nothing of a time', 'decision-time', [{ on: '2026-05-12', x: 12 }], null],
    ['nothing of a mean, though it has a numerator', 'call-wait', [{ on: '2026-05-12', x: 90 }], null],
  ])('says missed: %s', (_, id, written, missed) => {
    expect(rowOf(id, written).missed).toBe(missed);
  });

  it('says since when it has been quiet as an instant', () => {
    const written = [{ on: '2026-05-12', x: yes }];
    expect(rowOf('payments-on-time', written)).toMatchObject({ state: 'on-target', quietSince: null });
    const quiet = rowOf('payments-on-time', written, Date.parse('2026-06-02T10:00:00Z'));
    expect(quiet).toMatchObject({ state: 'gone-quiet', quietSince: '2026-06-02T10:00:00Z', missed: 0 });
  });

  it.each(measures)(
    'of $id has the heading that observations have, by month or, of surveys, by year',
    ({ id, journey }) => {
      const { measure, grain } = rowOf(id, []);
      expect(Object.keys(measure)).toEqual(['id', 'version', 'kind', 'unit', 'title', 'betterWhen']);
      expect([measure.id, grain]).toEqual([id, journey === 'survey' ? 'year' : 'month']);
    },
  );
});
