import type { Chance } from './chance.rule.js';

const SECOND = 1_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** How long after it happened a fact is recorded, in milliseconds: mostly minutes or hours, now and then days. */
export function recordLag(chance: Chance): number {
  const luck = chance.next();
  if (luck < 0.9) return chance.between(5, 1_200) * SECOND;
  if (luck < 0.98) return chance.between(1_200, 12 * 3_600) * SECOND;
  if (luck < 0.997) return chance.between(1, 5) * DAY + chance.between(0, 3_600) * SECOND;
  return chance.between(8, 20) * DAY + chance.between(0, 24) * HOUR;
}
