import type { MeasureOf } from '../measure.measure.js';
import { itself, sharesBy } from '../shapes.measure.js';

const parts = ['upheld', 'partly-upheld', 'not-upheld', 'resolved'] as const;

/** Complaints by the outcome of the latest response in sequence, on the day of that. */
export const complaintOutcomes: MeasureOf<'complaint'> = {
  id: 'complaint-outcomes',
  version: '1.0.0',
  title: 'Outcomes of complaints',
  definition: 'How many complaints had their latest response in the period, by what it said.',
  kind: 'shares',
  unit: 'complaints',
  betterWhen: 'neither',
  journey: 'complaint',
  reads: ['complaint.responded', 'complaint.escalated'],
  dateRule: 'last response',
  clock: null,
  provisionalDays: 28,
  cohort: false,
  parts,
  classification: 'management information',
  source: 'contract, measures, complaint-outcomes',
  contribute: sharesBy(itself, 'answeredDay', 'outcome', parts),
};
