import { appealsOf } from '../journeys/appeal.journey.js';
import type { MeasureOf } from '../measure.measure.js';
import { countOn } from '../shapes.measure.js';

/** Appeals, each on the day it was lodged. */
export const appealsLodged: MeasureOf<'claim'> = {
  id: 'appeals-lodged',
  version: '1.0.0',
  title: 'Appeals lodged',
  definition: 'How many appeals to the tribunal were lodged in the period.',
  kind: 'count',
  unit: 'appeals',
  betterWhen: 'neither',
  journey: 'claim',
  reads: ['appeal.lodged'],
  dateRule: 'lodged',
  clock: null,
  provisionalDays: 28,
  cohort: false,
  classification: 'management information',
  source: 'contract, measures, appeals-lodged',
  contribute: countOn(appealsOf, 'lodgedDay'),
};
