import { describe, expect, it } from '@jest/globals';
import { parseDay } from '../../../libs/calendars/local-date.calendar.js';
import { parseYear } from '../../../libs/calendars/period.calendar.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { corrected, decided, fact, received, recordedOn, type Told } from '../../../libs/measures/measure.testkit.js';
import { rulesOf } from '../../../libs/register/register-rules.rule.js';
import { loadRegister } from '../../../libs/register/register.store.js';
import { LateFacts } from './late-facts.rule.js';

const rules = rulesOf(loadRegister());

/** How many of the facts that came after the release are late for 2025-26, as known at the end of 30 June 2026. */
function late(released: readonly Told[], since: readonly Told[], subject = 'CLAIM-000001'): number {
  const [year, asOf] = [parseYear('2025-26'), parseDay('2026-06-30')];
  if (year === null || asOf === null) throw new RangeError('no year');
  const counting = new LateFacts({ year, asOf, measures, rules, reported: new Set(['S3-M58.2025-26']) });
  const facts = [...released, ...since].map((told, offset) => ({ ...told, offset }));
  counting.take(subject, facts, ({ offset }) => offset < released.length);
  return counting.facts;
}

describe('facts that are late for a released year', () => {
  it('are none where nothing came, or it came after K', () => {
    expect(late([received('2026-02-02')], [])).toBe(0);
    expect(late([received('2026-02-02')], [recordedOn('2026-07-01', decided('2026-03-02'))])).toBe(0);
  });

  it('are those of a claim of the year that was not there, and what puts right one that was', () => {
    expect(late([], [received('2026-02-02')])).toBe(1);
    expect(late([received('2026-02-02')], [decided('2026-03-02')])).toBe(1);
    const decision = decided('2026-03-02');
    const moved = corrected(decision, '2026-05-01', { time: '2026-04-02T09:00:00Z' });
    expect(late([received('2026-02-02'), decision], [moved])).toBe(1);
  });

  it('are none that happened after the year, although its cases go on', () => {
    expect(late([], [received('2026-04-02')])).toBe(0);
    expect(late([received('2026-03-30')], [decided('2026-04-10')])).toBe(0);
  });

  it('are none that change nothing: a decision that comes twice', () => {
    expect(late([received('2026-02-02'), decided('2026-03-02')], [decided('2026-03-20', 'denied')])).toBe(0);
  });

  it('are those by which somebody reports something of the year', () => {
    const told = fact('figure.reported', '2026-05-04', { measure: 'S3-M58', year: '2025-26', value: 1 });
    expect(late([], [told], 'S3-M58.2025-26')).toBe(1);
    expect(late([], [told], 'S3-M58.2024-25')).toBe(0);
  });
});
