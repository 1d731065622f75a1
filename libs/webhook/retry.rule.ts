const SECOND = 1_000;
const FIRST_PAUSE = 5 * SECOND;
const LONGEST_PAUSE = 6 * 60 * 60 * SECOND;

/** Milliseconds for which it is tried to tell a receiver something. */
export const TRIED_FOR = 3 * 24 * 60 * 60 * SECOND;

/**
 * Milliseconds from an attempt, counted from 1, to the next: twice as long each time up to six hours, of which a part
 * between half and the whole, so that what failed together does not come again together.
 *
 * @param chance from 0 up to 1
 */
export function pauseAfterAttempt(attempt: number, chance: number): number {
  const whole = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1));
  return Math.round(whole * (0.5 + chance / 2));
}
