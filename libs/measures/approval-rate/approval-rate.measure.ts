import type { MeasureOf } from '../measure.measure.js';
import { itself, proportionOn } from '../shapes.measure.js';

/**
 * Authorised ÷ processed, on the day of what ended the claim first. A claim withdrawn first and authorised later is
 * processed, not authorised.
 */
export const approvalRate: MeasureOf<'claim'> = {
  id: 'approval-rate',
  version: '1.0.0',
  title: 'Applications approved',
  definition: 'Of the applications that were decided or withdrawn in the period, the proportion authorised.',
  kind: 'proportion',
  unit: 'proportion',
  betterWhen: 'neither',
  journey: 'claim',
  reads: ['decision.made', 'application.withdrawn'],
  dateRule: 'processed',
  clock: null,
  provisionalDays: 28,
  cohort: false,
  classification: 'management information',
  source: 'contract, measures, approval-rate',
  contribute: proportionOn(itself, 'processedDay', 'authorised'),
};
