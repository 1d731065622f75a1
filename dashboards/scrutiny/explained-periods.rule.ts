import { parseDay } from '../../libs/calendars/local-date.calendar.js';
import { periodOf } from '../../libs/calendars/period.calendar.js';
import { monthText } from '../figures/periods.words.js';
import type { Grain } from '../query-client/answers.fact.js';

const MONTHS = 13;
const YEARS = 3;

/** Code and words of the periods that can be explained, the last whole one first, as known at the end of a day. */
export function explainedPeriods(
  asOf: string,
  grains: readonly Grain[] | undefined,
): readonly (readonly [string, string])[] {
  const day = parseDay(asOf) ?? 0;
  const years = back('year', day, YEARS).map((code) => [code, `The year ${code}`] as const);
  if (grains !== undefined && !grains.includes('month')) return years;
  return [...back('month', day, MONTHS).map((code) => [code, monthText(code)] as const), ...years];
}

/** The codes of periods that ended by a day, the last first. */
function back(grain: Grain, day: number, count: number): readonly string[] {
  const codes: string[] = [];
  let { start } = periodOf(grain, day + 1);
  while (codes.length < count) {
    const period = periodOf(grain, start - 1);
    codes.push(period.code);
    ({ start } = period);
  }
  return codes;
}
