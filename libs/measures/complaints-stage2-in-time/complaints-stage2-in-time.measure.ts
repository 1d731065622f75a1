import { countComplaintStage } from '../kinds/complaint-stage.kind.js';
import type { MeasureOf } from '../measure.measure.js';

/**
 * Complaints answered at stage 2 within twenty working days ÷ those whose limit has settled. The period begins with the
 * day of escalation, or received at stage 2. Withdrawn before a response and on or before due: not counted.
 */
export const complaintsStage2InTime: MeasureOf<'complaint'> = {
  id: 'complaints-stage2-in-time',
  version: '1.0.0',
  title: 'Complaints answered in time, stage 2',
  definition:
    'Of the complaints whose second-stage time limit was met or passed in the period, the proportion answered within it.',
  kind: 'limit',
  unit: 'proportion',
  betterWhen: 'higher',
  journey: 'complaint',
  reads: ['complaint.responded', 'complaint.escalated', 'complaint.withdrawn'],
  dateRule: 'the day it settles: the end date if met, the day after due if not',
  clock: '20 working days, which begin with the day escalated, or received at stage 2',
  provisionalDays: 28,
  cohort: false,
  classification: 'management information',
  source: 'contract, measures, complaints-stage2-in-time',
  contribute: ({ stage2 }, { calendar }, count) => {
    if (stage2 !== null) countComplaintStage(stage2, 20, calendar, count);
  },
};
