/** A moment, exact at any precision: whole seconds since 1970 and the digits after the point, without closing zeros. */
export interface Instant {
  readonly seconds: number;
  readonly fraction: string;
}

const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

/** Reads an RFC 3339 time with an offset; throws a RangeError for anything else. */
export function instantOf(text: string): Instant {
  const match = RFC_3339.exec(text);
  if (match === null) throw new RangeError(`not an RFC 3339 time: ${text}`);
  const [, year, month, day, hour, minute, second, fraction = '', sign, offsetHour, offsetMinute] = match;
  const written = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const offset = sign === undefined ? 0 : (Number(offsetHour) * 60 + Number(offsetMinute)) * 60;
  return {
    seconds: written / 1000 - (sign === '-' ? -offset : offset),
    fraction: fraction.replace(/0+$/, ''),
  };
}

/** Negative, zero or positive as `a` is before, at or after `b`. */
export function compareInstants(a: Instant, b: Instant): number {
  if (a.seconds !== b.seconds) return a.seconds - b.seconds;
  if (a.fraction === b.fraction) return 0;
  return a.fraction < b.fraction ? -1 : 1;
}
