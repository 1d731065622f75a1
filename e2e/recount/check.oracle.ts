import { dateOf, dayOf } from './day.oracle.js';
import { isMembers } from './fact.oracle.js';
import { yearOfCode } from './period.oracle.js';
import type { Rules } from './rules.oracle.js';

/** Whether a value may stand for a member. */
export type Check = (value: unknown, rules: Rules) => boolean;

export const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value) =>
    allowed.includes(value);

export const integer =
  (from: number, to: number): Check =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;

export const matching =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

/** Text of at most so many code points. */
export const text =
  (most: number): Check =>
  (value) =>
    typeof value === 'string' && Array.from(value).length <= most;

export const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);

export const httpsUrl: Check = (value) => typeof value === 'string' && /^https:\/\/[^\s/?#]/i.test(value);

export const flag = oneOf(true, false);
export const ref = matching(/^[A-Za-z0-9._-]{1,64}$/);

/** A real date of 2018 to 2099. */
export const date: Check = (value) =>
  typeof value === 'string' &&
  /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value) &&
  value >= '2018-01-01' &&
  dateOf(dayOf(value)) === value;

export const benefit: Check = (value, rules) => rules.benefits.some(({ code }) => code === value);

export const councilArea: Check = (value, rules) =>
  rules.councilAreas === undefined
    ? matching(/^S12\d{6}$/)(value, rules)
    : rules.councilAreas.some(({ code }) => code === value);

export const financialYear: Check = (value) => typeof value === 'string' && yearOfCode(value) !== undefined;

const answer = oneOf(1, 2, 3, 4, 5, 'not-applicable', 'prefer-not-to-say');

/** Question code → answer. */
export const answers: Check = (value, rules) =>
  isMembers(value) &&
  Object.entries(value).every(([question, given]) => /^[a-z0-9-]{1,40}$/.test(question) && answer(given, rules));
