import type { MeasureOf } from '../measure.measure.js';
import { fulfilmentOf } from '../shapes.measure.js';

/** Home visits held ÷ appointments requested at home, each on the day of its request. */
export const homeVisitsHeld: MeasureOf<'claim'> = {
  id: 'home-visits-held',
  version: '1.0.0',
  title: 'Home visits held',
  definition: 'Of the home visits requested in the period, the proportion that took place.',
  kind: 'proportion',
  unit: 'proportion',
  betterWhen: 'higher',
  journey: 'claim',
  reads: ['appointment.requested', 'appointment.held'],
  dateRule: 'requested',
  clock: null,
  provisionalDays: 90,
  cohort: true,
  classification: 'management information',
  source: 'contract, measures, home-visits-held',
  contribute: fulfilmentOf('appointment.requested', 'appointment.held', ({ data }) => data.place === 'home'),
};
