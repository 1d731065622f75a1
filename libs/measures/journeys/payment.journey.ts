import { parseDay, type Day } from '../../calendars/local-date.calendar.js';
import { dayOfFact, first, firstNotBefore, itemsBegunBy } from './case-reading.journey.js';
import type { Claim } from './claim.journey.js';

/** A payment that was promised. */
export interface Payment {
  /** The day by which it was promised. */
  readonly dueDay: Day | null;
  readonly issuedDay: Day | null;
  /** Whether what was issued is what was promised, and has never been corrected. */
  readonly rightAmount: boolean;
}

export function paymentsOf({ reading }: Claim): readonly Payment[] {
  return itemsBegunBy(reading, 'payment.promised').map(({ begun, facts }) => {
    const issued = firstNotBefore(facts, 'payment.issued', begun);
    return {
      dueDay: parseDay(begun.data.due),
      issuedDay: dayOfFact(issued),
      rightAmount: issued?.data.amountPence === begun.data.amountPence && first(facts, 'payment.corrected') === null,
    };
  });
}
