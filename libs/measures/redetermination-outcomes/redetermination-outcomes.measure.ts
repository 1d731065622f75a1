import { localDay } from '../../calendars/local-date.calendar.js';
import { earlierOf, firstNotBefore } from '../journeys/case-reading.journey.js';
import { redeterminationsOf } from '../journeys/claim.journey.js';
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
    for (const { begun, facts } of redeterminationsOf(claim)) {
      const end = earlierOf(
        facts,
        firstNotBefore(facts, 'redetermination.decided', begun),
        firstNotBefore(facts, 'redetermination.withdrawn', begun),
      );
      if (end === null) continue;
      const outcome = end.name === 'redetermination.decided' ? end.data.outcome : 'withdrawn';
      count(localDay(end.at), parts.indexOf(outcome));
    }
  },
};
