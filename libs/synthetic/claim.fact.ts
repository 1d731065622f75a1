import type { Day } from '../calendars/local-date.calendar.js';
import type { BenefitWorld } from './world.rule.js';

/** A claim that was processed, as what follows from it needs it. Moments in milliseconds since 1970. */
export interface ProcessedClaim {
  readonly benefit: BenefitWorld;
  readonly specialRules: boolean;
  readonly receivedAt: number;
  readonly startedAt: number;
  readonly started: Day;
  readonly processedAt: number;
  readonly processed: Day;
  /** Working days from start to end. */
  readonly elapsed: number;
}
