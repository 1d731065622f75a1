const z = 1.959964;

/** A 95% interval for a proportion. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly level: 0.95;
}

/**
 * Wilson's score interval for `numerator` of `denominator`, z = 1.959964; `null` where the denominator is 0. It describes
 * chance variation between periods, not sampling.
 */
export function wilsonInterval(numerator: number, denominator: number): Interval | null {
  if (denominator === 0) return null;
  const p = numerator / denominator;
  const z2n = (z * z) / denominator;
  const centre = p + z2n / 2;
  const spread = z * Math.sqrt((p * (1 - p)) / denominator + z2n / (4 * denominator));
  return {
    low: numerator === 0 ? 0 : (centre - spread) / (1 + z2n),
    high: numerator === denominator ? 1 : (centre + spread) / (1 + z2n),
    level: 0.95,
  };
}
