/** Fixed-width digits, read without allocation and written with leading zeros. */

const ZERO = 48;

/** The number written in the two ASCII digits at `index`; `NaN`, which no comparison admits, when they are not two digits. */
export function readTwoDigits(text: string, index: number): number {
  const tens = text.charCodeAt(index) - ZERO;
  const ones = text.charCodeAt(index + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

/** Whether an ASCII digit stands at `index`. */
export function isDigitAt(text: string, index: number): boolean {
  const value = text.charCodeAt(index) - ZERO;
  return value >= 0 && value <= 9;
}

/** 0–99 as two digits. */
export function writeTwoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** A year as four digits; one outside 0000–9999 with a sign and six digits (ISO 8601, expanded). */
export function writeYear(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, '0');
  return (year < 0 ? '-' : '+') + String(Math.abs(year)).padStart(6, '0');
}
