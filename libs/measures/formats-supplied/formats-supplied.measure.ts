import type { MeasureOf } from '../measure.measure.js';
import { fulfilmentOf } from '../shapes.measure.js';

/** Formats supplied ÷ formats requested, each on the day of its request. */
export const formatsSupplied: MeasureOf<'claim'> = {
  id: 'formats-supplied',
  version: '1.0.0',
  title: 'Other formats supplied',
  definition:
    'Of the requests for documents in another format or language made in the period, the proportion that were met.',
  kind: 'proportion',
  unit: 'proportion',
  betterWhen: 'higher',
  journey: 'claim',
  reads: ['document.format-requested', 'document.format-supplied'],
  dateRule: 'requested',
  clock: null,
  provisionalDays: 90,
  cohort: true,
  classification: 'management information',
  source: 'contract, measures, formats-supplied',
  contribute: fulfilmentOf('document.format-requested', 'document.format-supplied'),
};
