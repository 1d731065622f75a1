import { redeterminationsOf } from '../journeys/redetermination.journey.js';
import type { MeasureOf } from '../measure.measure.js';
import { sharesBy } from '../shapes.measure.js';

const parts = ['allowed', 'partly-allowed', 'disallowed', 'withdrawn'] as const;

/** Redeterminations ended, by whichever of decision and withdrawal came first, on the day of that. */
export const redeterminationOutcomes: MeasureOf<'claim'> = {
  id: 'redetermination-outcomes',
  version: '1.0.0',
  title: 'Outcomes of redeterminations',
  definition: 'How many redeterminations ended in the period, by outcome.',
  kind: 'shares',
  unit: 'redeterminations',
  betterWhen: 'neither',
  journey: 'claim',
  reads: ['redetermination.requested', 'redetermination.decided', 'redetermination.withdrawn'],
  dateRule: 'ended',
  clock: null,
  provisionalDays: 28,
  cohort: false,
  parts,
  classification: 'management information',
  source: 'contract, measures, redetermination-outcomes',
  contribute: sharesBy(redeterminationsOf, 'endedDay', 'outcome', parts),
};
