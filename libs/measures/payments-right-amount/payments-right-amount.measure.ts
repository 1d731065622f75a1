import { paymentsOf } from '../journeys/payment.journey.js';
import type { MeasureOf } from '../measure.measure.js';
import { proportionOn } from '../shapes.measure.js';

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
  clock: null,
  provisionalDays: 28,
  cohort: false,
  classification: 'management information',
  source: 'contract, measures, payments-right-amount',
  contribute: proportionOn(paymentsOf, 'issuedDay', 'rightAmount'),
};
