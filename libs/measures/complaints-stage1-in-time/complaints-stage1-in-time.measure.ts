import { countComplaintStage } from '../kinds/complaint-stage.kind.js';
import type { MeasureOf } from '../measure.measure.js';

/**
 * Complaints answered at stage 1 within five working days ÷ those whose limit has settled. The period begins with the day
 * received. Escalated or withdrawn on or before due and before a response: not counted.
 */
export const complaintsStage1InTime: MeasureOf<'complaint'> = {
  id: 'complaints-stage1-in-time',
  version: '1.0.0',
  title: 'Complaints answered in time, stage 1',
  definition:
    'Of the complaints whose first-stage time limit was met or passed in the period, the proportion answered within it.',
  kind: 'limit',
  unit: 'proportion',
  betterWhen: 'higher',
  journey: 'complaint',
  reads: ['complaint.responded', 'complaint.escalated', 'complaint.withdrawn'],
  dateRule: 'the day it settles: the end date if met, the day after due if not',
  clock: '5 working days, which begin with the day received',
  provisionalDays: 28,
  cohort: false,
  classification: 'management information',
  source: 'contract, measures, complaints-stage1-in-time',
  contribute: ({ stage1 }, { calendar }, count) => {
    if (stage1 !== null) countComplaintStage(stage1, 5, calendar, count);
  },
};
