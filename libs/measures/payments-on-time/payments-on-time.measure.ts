import { paymentsOf } from '../journeys/payment.journey.js';
import type { MeasureOf } from '../measure.measure.js';
import { limitBy } from '../shapes.measure.js';

/**
 * Payments issued on or before the day promised ÷ payments whose day has settled.
 */
export const paymentsOnTime: MeasureOf<'claim'> = {
  id: 'payments-on-time',
  version: '1.0.0',
  title: 'Payments made on time',
  definition:
    'Of the payments that were made on time or fell overdue in the period, the proportion made by the day promised.',
  kind: 'limit',
  unit: 'proportion',
  betterWhen: 'higher',
  journey: 'claim',
  reads: ['payment.promised', 'payment.issued'],
  dateRule: 'the day it settles: the end date if met, the day after due if not',
  clock: 'the day by which the payment was promised',
  provisionalDays: 28,
  cohort: false,
  classification: 'management information',
  source: 'contract, measures, payments-on-time',
  contribute: limitBy(paymentsOf, 'dueDay', 'issuedDay'),
};
