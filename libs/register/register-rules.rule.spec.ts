import { describe, expect, it } from '@jest/globals';
import { dayOf } from '../calendars/local-date.calendar.js';
import { calendarWarning } from './bank-holidays.rule.js';
import { registerHash } from './register-hash.codec.js';
import { rulesOf } from './register-rules.rule.js';
import { loadRegister } from './register.store.js';
import { TargetsInForce } from './targets-in-force.rule.js';
import type { Target } from './targets.schema.js';

const register = loadRegister();
const rules = rulesOf(register);
const today = dayOf(2026, 4, 1);

describe('the limit of a redetermination', () => {
  it('is 56 calendar days for disability and carer benefits, 16 working days for others, none for JSP and BSF', () => {
    expect(rules.redeterminationLimit('ADP')).toEqual({ kind: 'calendar-days', days: 56 });
    expect(rules.redeterminationLimit('SCP')).toEqual({ kind: 'working-days', days: 16 });
    expect(rules.redeterminationLimit('JSP')).toBeNull();
    expect(rules.redeterminationLimit('BSF')).toBeNull();
  });
});

describe('the target of a decision', () => {
  it('is that of the benefit, 7 working days under special rules of any benefit', () => {
    expect(rules.decisionTarget('ADP', false, today)).toBe(60);
    expect(rules.decisionTarget('FSP', false, today)).toBe(10);
    expect(rules.decisionTarget('ADP', true, today)).toBe(7);
    expect(rules.decisionTarget('FSP', true, today)).toBe(7);
  });

  it('is the latest that was in force on the day the claim started, in whatever order the targets stand', () => {
    const limit = (from: string, workingDays: number): Target => ({
      measure: 'decisions-in-time',
      benefit: 'ADP',
      limit: { workingDays },
      from,
      role: 'agency',
      source: 'made up',
    });
    const targets = new TargetsInForce([limit('2026-04-01', 40), limit('2018-01-01', 60), limit('2025-04-01', 50)]);
    const on = (year: number, month: number, day: number): number | null =>
      targets.decisionTarget('ADP', false, dayOf(year, month, day));
    expect(on(2017, 12, 31)).toBeNull();
    expect(on(2018, 1, 1)).toBe(60);
    expect(on(2025, 3, 31)).toBe(60);
    expect(on(2025, 4, 1)).toBe(50);
    expect(on(2026, 3, 31)).toBe(50);
    expect(on(2099, 1, 1)).toBe(40);
    expect(targets.decisionTarget('SCP', false, today)).toBeNull();
    expect(targets.decisionTarget('ADP', true, today)).toBeNull();
  });
});

describe('the objective of a measure', () => {
  it('comes with its role and source', () => {
    expect(rules.objectiveInForce('payments-on-time', today)).toEqual({
      op: 'gte',
      value: 1,
      role: 'agency',
      source: 'charter commitment',
    });
  });

  it('is none where none is set, or none yet', () => {
    expect(rules.objectiveInForce('decisions-made', today)).toBeNull();
    expect(rules.objectiveInForce('payments-on-time', dayOf(2017, 12, 31))).toBeNull();
  });
});

describe('the holiday calendar', () => {
  it('makes working days', () => {
    expect(rules.calendar.isWorkingDay(dayOf(2026, 6, 15))).toBe(false);
    expect(rules.calendar.isWorkingDay(dayOf(2026, 6, 16))).toBe(true);
    expect(rules.calendar.isWorkingDay(dayOf(2029, 1, 3))).toBeNull();
  });

  it('warns when less than twelve months of it lie ahead', () => {
    expect(calendarWarning(register.holidays, dayOf(2027, 12, 31))).toBeNull();
    expect(calendarWarning(register.holidays, dayOf(2028, 1, 1))).toMatch(/2028-12-31.*from 2028-01-01/);
  });
});

describe('the hash of a register', () => {
  it('is the same in whatever order its members stand', () => {
    const { holidays, targets, councilAreas, benefits, charter } = register;
    expect(registerHash({ holidays, targets, councilAreas, benefits, charter })).toBe(registerHash(register));
    expect(registerHash(register)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is another when anything in it is another', () => {
    const [first, ...others] = register.holidays.holidays;
    expect(first).toBeDefined();
    const fewer = { ...register, holidays: { ...register.holidays, holidays: others } };
    expect(registerHash(fewer)).not.toBe(registerHash(register));
  });
});
