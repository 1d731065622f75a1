/** Values in ascending order, each with how often it occurs. */
export type Occurrences = readonly (readonly [value: number, count: number])[];

/** The value at a place, counted from 1, among all occurrences in ascending order. */
export function valueAt(occurrences: Occurrences, place: number): number {
  let passed = 0;
  for (const [value, count] of occurrences) {
    passed += count;
    if (passed >= place) return value;
  }
  throw new RangeError(`there is no place ${String(place)}`);
}

/** The median: the middle value, or the mean of the two middle ones. Source: contract, measures, "Kinds". */
export function middleOf(occurrences: Occurrences): number {
  const n = numberOf(occurrences);
  const lower = valueAt(occurrences, Math.floor((n + 1) / 2));
  return n % 2 === 1 ? lower : (lower + valueAt(occurrences, n / 2 + 1)) / 2;
}

/** The percentile by nearest rank: the value at place ⌈percent × n ÷ 100⌉. */
export function nearestRank(occurrences: Occurrences, percent: number): number {
  return valueAt(occurrences, Math.ceil((percent * numberOf(occurrences)) / 100));
}

function numberOf(occurrences: Occurrences): number {
  return occurrences.reduce((sum, [, count]) => sum + count, 0);
}
