import { applicationsReceived } from './applications-received/applications-received.measure.js';
import { approvalRate } from './approval-rate/approval-rate.measure.js';
import { callWait } from './call-wait/call-wait.measure.js';
import { decisionTime } from './decision-time/decision-time.measure.js';
import { decisionsInTime } from './decisions-in-time/decisions-in-time.measure.js';
import { decisionsMade } from './decisions-made/decisions-made.measure.js';
import type { Measure } from './measure.measure.js';
import { openApplications } from './open-applications/open-applications.measure.js';
import { overdueApplications } from './overdue-applications/overdue-applications.measure.js';
import { redeterminationOutcomes } from './redetermination-outcomes/redetermination-outcomes.measure.js';

/** Every computed measure. The order numbers them in rows: a change of it is a change of the layout. */
export const measures: readonly Measure[] = [
  applicationsReceived,
  decisionsMade,
  approvalRate,
  decisionsInTime,
  decisionTime,
  openApplications,
  overdueApplications,
  redeterminationOutcomes,
  callWait,
];
