import type { BankHolidays } from './bank-holidays.schema.js';
import type { Benefit } from './benefits.schema.js';
import type { Charter } from './charter.fact.js';
import type { CouncilArea } from './council-areas.schema.js';
import type { Target } from './targets.schema.js';

/** What is laid down outside the system, exactly as its files in `data/` state it, once it has been checked. */
export interface Register {
  readonly charter: Charter;
  readonly benefits: readonly Benefit[];
  readonly councilAreas: readonly CouncilArea[];
  readonly targets: readonly Target[];
  readonly holidays: BankHolidays;
}
