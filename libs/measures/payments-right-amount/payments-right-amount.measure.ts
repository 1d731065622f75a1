import { localDay } from '../../calendars/local-date.calendar.js';
import { paymentsOf } from '../journeys/payment.journey.js';
import { type MeasureOf, no, yes } from '../measure.measure.js';

/**
 * Issued payments with a promise whose amount equals it and that were not corrected ÷ issued payments with a promise.
 */
export const paymentsRightAmount: MeasureOf<'claim'> = {
  id: 'payments-right-amount',
  version: '1.0.0',
  title: 'Payments of the right amount',
  definition: 'Of the payments issued in the period, the proportion of the amount promised and never corrected.',
  kind: 'proportion',
  unit: 'proportion',
  betterWhen: 'higher',
  journey: 'claim',
  reads: ['payment.promised', 'payment.issued', 'payment.corrected'],
  dateRule: 'issued',
  provisionalDays: 28,
  cohort: false,
  source: 'contract, measures, payments-right-amount',
  contribute: (claim, _rules, count) => {
    for (const { promised, issued, corrected } of paymentsOf(claim)) {
      if (issued === null) continue;
      const right = !corrected && issued.data.amountPence === promised.data.amountPence;
      count(localDay(issued.at), right ? yes : no);
    }
  },
};
