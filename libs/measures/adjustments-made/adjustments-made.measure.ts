import type { MeasureOf } from '../measure.measure.js';
import { fulfilmentOf } from '../shapes.measure.js';

/** Adjustments made ÷ adjustments requested, each on the day of its request. */
export const adjustmentsMade: MeasureOf<'claim'> = {
  id: 'adjustments-made',
  version: '1.0.0',
  title: 'Adjustments made',
  definition: 'Of the adjustments requested in the period, the proportion that were made.',
  kind: 'proportion',
  unit: 'proportion',
  betterWhen: 'higher',
  journey: 'claim',
  reads: ['adjustment.requested', 'adjustment.made'],
  dateRule: 'requested',
  clock: null,
  provisionalDays: 90,
  cohort: true,
  classification: 'management information',
  source: 'contract, measures, adjustments-made',
  contribute: fulfilmentOf('adjustment.requested', 'adjustment.made'),
};
