import { adjustmentsMade } from './adjustments-made/adjustments-made.measure.js';
import { advocacyStarted } from './advocacy-started/advocacy-started.measure.js';
import { appealOutcomes } from './appeal-outcomes/appeal-outcomes.measure.js';
import { appealsLodged } from './appeals-lodged/appeals-lodged.measure.js';
import { applicationsReceived } from './applications-received/applications-received.measure.js';
import { approvalRate } from './approval-rate/approval-rate.measure.js';
import { callWait } from './call-wait/call-wait.measure.js';
import { callsAnswered } from './calls-answered/calls-answered.measure.js';
import { complaintOutcomes } from './complaint-outcomes/complaint-outcomes.measure.js';
import { complaintsReceived } from './complaints-received/complaints-received.measure.js';
import { complaintsStage1InTime } from './complaints-stage1-in-time/complaints-stage1-in-time.measure.js';
import { complaintsStage2InTime } from './complaints-stage2-in-time/complaints-stage2-in-time.measure.js';
import { consultationShare } from './consultation-share/consultation-share.measure.js';
import { decisionTime } from './decision-time/decision-time.measure.js';
import { decisionsInTime } from './decisions-in-time/decisions-in-time.measure.js';
import { decisionsMade } from './decisions-made/decisions-made.measure.js';
import { equalityCoverage } from './equality-coverage/equality-coverage.measure.js';
import { evidenceToDecision } from './evidence-to-decision/evidence-to-decision.measure.js';
import { feedbackActedOn } from './feedback-acted-on/feedback-acted-on.measure.js';
import { feedbackPositive } from './feedback-positive/feedback-positive.measure.js';
import { formatsSupplied } from './formats-supplied/formats-supplied.measure.js';
import { homeVisitsHeld } from './home-visits-held/home-visits-held.measure.js';
import { openApplications } from './open-applications/open-applications.measure.js';
import { overdueApplications } from './overdue-applications/overdue-applications.measure.js';
import { paymentsOnTime } from './payments-on-time/payments-on-time.measure.js';
import { paymentsRightAmount } from './payments-right-amount/payments-right-amount.measure.js';
import { redeterminationNotices } from './redetermination-notices/redetermination-notices.measure.js';
import { redeterminationOutcomes } from './redetermination-outcomes/redetermination-outcomes.measure.js';
import { redeterminationRate } from './redetermination-rate/redetermination-rate.measure.js';
import { redeterminationTime } from './redetermination-time/redetermination-time.measure.js';
import { redeterminationsInTime } from './redeterminations-in-time/redeterminations-in-time.measure.js';
import { rightFirstTime } from './right-first-time/right-first-time.measure.js';
import { surveyMeasure } from './survey/survey-question.measure.js';
import { surveyQuestions } from './survey/survey-questions.measure.js';
import type { Measure } from './measure.measure.js';

/** Every computed measure. The order numbers them in rows: a change of it is a change of the layout. */
export const measures: readonly Measure[] = [
  applicationsReceived,
  decisionsMade,
  approvalRate,
  decisionsInTime,
  decisionTime,
  openApplications,
  overdueApplications,
  rightFirstTime,
  redeterminationRate,
  redeterminationsInTime,
  redeterminationTime,
  redeterminationOutcomes,
  appealsLodged,
  paymentsOnTime,
  paymentsRightAmount,
  complaintsReceived,
  complaintsStage1InTime,
  complaintsStage2InTime,
  callsAnswered,
  callWait,
  feedbackPositive,
  redeterminationNotices,
  appealOutcomes,
  evidenceToDecision,
  consultationShare,
  formatsSupplied,
  adjustmentsMade,
  advocacyStarted,
  homeVisitsHeld,
  equalityCoverage,
  complaintOutcomes,
  feedbackActedOn,
  ...surveyQuestions.map(surveyMeasure),
];
