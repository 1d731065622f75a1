import { localDay } from '../../calendars/local-date.calendar.js';
import { redeterminationsOf } from '../journeys/redetermination.journey.js';
import type { MeasureOf } from '../measure.measure.js';

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
  provisionalDays: 28,
  cohort: false,
  parts,
  source: 'contract, measures, redetermination-outcomes',
  contribute: (claim, _rules, count) => {
    for (const { ended } of redeterminationsOf(claim)) {
      if (ended === null) continue;
      const outcome = ended.name === 'redetermination.decided' ? ended.data.outcome : 'withdrawn';
      count(localDay(ended.at), parts.indexOf(outcome));
    }
  },
};
