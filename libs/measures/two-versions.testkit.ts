import { applicationsReceived } from './applications-received/applications-received.measure.js';
import { decisionsMade } from './decisions-made/decisions-made.measure.js';
import { measures } from './measure-list.measure.js';
import type { Measure, MeasureOf } from './measure.measure.js';

/** The day from which applications are counted when they are decided, in tests: the middle of a week, month and quarter. */
export const breakDay = '2026-05-14';

/** Another meaning of an existing measure, which counts what `decisions-made` counts. For tests only. */
export const secondVersion: MeasureOf<'claim'> = {
  ...applicationsReceived,
  version: '2.0.0',
  inForceFrom: breakDay,
  definition: 'How many applications were decided in the period.',
  dateRule: 'decided',
  reads: decisionsMade.reads,
  contribute: decisionsMade.contribute,
};

/** Every measure, and a second version of one. */
export const withSecondVersion: readonly Measure[] = [...measures, secondVersion];
