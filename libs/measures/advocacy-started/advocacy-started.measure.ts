import type { MeasureOf } from '../measure.measure.js';
import { fulfilmentOf } from '../shapes.measure.js';

/** Advocacy started ÷ referrals to advocacy, each on the day of its referral. */
export const advocacyStarted: MeasureOf<'claim'> = {
  id: 'advocacy-started',
  version: '1.0.0',
  title: 'Advocacy support started',
  definition: 'Of the people referred to advocacy in the period, the proportion whose support has started.',
  kind: 'proportion',
  unit: 'proportion',
  betterWhen: 'higher',
  journey: 'claim',
  reads: ['advocacy.referred', 'advocacy.started'],
  dateRule: 'referred',
  clock: null,
  provisionalDays: 90,
  cohort: true,
  classification: 'management information',
  source: 'contract, measures, advocacy-started',
  contribute: fulfilmentOf('advocacy.referred', 'advocacy.started'),
};
