import type { MeasureOf } from '../measure.measure.js';
import { countOn, itself } from '../shapes.measure.js';

/**
 * Complaints, each on the day it was received.
 */
export const complaintsReceived: MeasureOf<'complaint'> = {
  id: 'complaints-received',
  version: '1.0.0',
  title: 'Complaints received',
  definition: 'How many complaints were received in the period.',
  kind: 'count',
  unit: 'complaints',
  betterWhen: 'neither',
  journey: 'complaint',
  reads: [],
  dateRule: 'received',
  clock: null,
  provisionalDays: 28,
  cohort: false,
  classification: 'management information',
  source: 'contract, measures, complaints-received',
  contribute: countOn(itself, 'receivedDay'),
};
