import type { Instant } from '../calendars/instant.calendar.js';
import type { DataOf } from './data-of.schema.js';
import type { FactName } from './fact-name.fact.js';
import type { FactSchema } from './fact-schema.schema.js';
import { adjustmentMadeSchema } from './facts/adjustment-made/adjustment-made.fact.js';
import { adjustmentRequestedSchema } from './facts/adjustment-requested/adjustment-requested.fact.js';
import { advocacyReferredSchema } from './facts/advocacy-referred/advocacy-referred.fact.js';
import { advocacyStartedSchema } from './facts/advocacy-started/advocacy-started.fact.js';
import { appealDecidedSchema } from './facts/appeal-decided/appeal-decided.fact.js';
import { appealLodgedSchema } from './facts/appeal-lodged/appeal-lodged.fact.js';
import { applicationPart2ReceivedSchema } from './facts/application-part2-received/application-part2-received.fact.js';
import { applicationReceivedSchema } from './facts/application-received/application-received.fact.js';
import { applicationWithdrawnSchema } from './facts/application-withdrawn/application-withdrawn.fact.js';
import { appointmentHeldSchema } from './facts/appointment-held/appointment-held.fact.js';
import { appointmentRequestedSchema } from './facts/appointment-requested/appointment-requested.fact.js';
import { callEndedSchema } from './facts/call-ended/call-ended.fact.js';
import { caseWorkStartedSchema } from './facts/case-work-started/case-work-started.fact.js';
import { clientUpdateSentSchema } from './facts/client-update-sent/client-update-sent.fact.js';
import { complaintAcknowledgedSchema } from './facts/complaint-acknowledged/complaint-acknowledged.fact.js';
import { complaintEscalatedSchema } from './facts/complaint-escalated/complaint-escalated.fact.js';
import { complaintReceivedSchema } from './facts/complaint-received/complaint-received.fact.js';
import { complaintRespondedSchema } from './facts/complaint-responded/complaint-responded.fact.js';
import { complaintWithdrawnSchema } from './facts/complaint-withdrawn/complaint-withdrawn.fact.js';
import { consultationHeldSchema } from './facts/consultation-held/consultation-held.fact.js';
import { decisionMadeSchema } from './facts/decision-made/decision-made.fact.js';
import { documentFormatRequestedSchema } from './facts/document-format-requested/document-format-requested.fact.js';
import { documentFormatSuppliedSchema } from './facts/document-format-supplied/document-format-supplied.fact.js';
import { equalityFormRecordedSchema } from './facts/equality-form-recorded/equality-form-recorded.fact.js';
import { evidenceCompleteSchema } from './facts/evidence-complete/evidence-complete.fact.js';
import { evidenceFiledSchema } from './facts/evidence-filed/evidence-filed.fact.js';
import { evidenceRequestedSchema } from './facts/evidence-requested/evidence-requested.fact.js';
import { factCorrectedSchema } from './facts/fact-corrected/fact-corrected.fact.js';
import { factWithdrawnSchema } from './facts/fact-withdrawn/fact-withdrawn.fact.js';
import { feedbackActedOnSchema } from './facts/feedback-acted-on/feedback-acted-on.fact.js';
import { feedbackGivenSchema } from './facts/feedback-given/feedback-given.fact.js';
import { figureReportedSchema } from './facts/figure-reported/figure-reported.fact.js';
import { paymentCorrectedSchema } from './facts/payment-corrected/payment-corrected.fact.js';
import { paymentIssuedSchema } from './facts/payment-issued/payment-issued.fact.js';
import { paymentPromisedSchema } from './facts/payment-promised/payment-promised.fact.js';
import { redeterminationAcceptedLateSchema } from './facts/redetermination-accepted-late/redetermination-accepted-late.fact.js';
import { redeterminationDecidedSchema } from './facts/redetermination-decided/redetermination-decided.fact.js';
import { redeterminationOverdueNotifiedSchema } from './facts/redetermination-overdue-notified/redetermination-overdue-notified.fact.js';
import { redeterminationRequestedSchema } from './facts/redetermination-requested/redetermination-requested.fact.js';
import { redeterminationWithdrawnSchema } from './facts/redetermination-withdrawn/redetermination-withdrawn.fact.js';
import { surveyResponseRecordedSchema } from './facts/survey-response-recorded/survey-response-recorded.fact.js';

/** The schema of every fact's data, by name. */
export const factSchemas = {
  'application.received': applicationReceivedSchema,
  'application.part2-received': applicationPart2ReceivedSchema,
  'application.withdrawn': applicationWithdrawnSchema,
  'case.work-started': caseWorkStartedSchema,
  'evidence.complete': evidenceCompleteSchema,
  'evidence.requested': evidenceRequestedSchema,
  'client.update-sent': clientUpdateSentSchema,
  'consultation.held': consultationHeldSchema,
  'decision.made': decisionMadeSchema,
  'redetermination.requested': redeterminationRequestedSchema,
  'redetermination.accepted-late': redeterminationAcceptedLateSchema,
  'redetermination.withdrawn': redeterminationWithdrawnSchema,
  'redetermination.overdue-notified': redeterminationOverdueNotifiedSchema,
  'redetermination.decided': redeterminationDecidedSchema,
  'appeal.lodged': appealLodgedSchema,
  'appeal.decided': appealDecidedSchema,
  'payment.promised': paymentPromisedSchema,
  'payment.issued': paymentIssuedSchema,
  'payment.corrected': paymentCorrectedSchema,
  'equality.form-recorded': equalityFormRecordedSchema,
  'document.format-requested': documentFormatRequestedSchema,
  'document.format-supplied': documentFormatSuppliedSchema,
  'adjustment.requested': adjustmentRequestedSchema,
  'adjustment.made': adjustmentMadeSchema,
  'advocacy.referred': advocacyReferredSchema,
  'advocacy.started': advocacyStartedSchema,
  'appointment.held': appointmentHeldSchema,
  'appointment.requested': appointmentRequestedSchema,
  'complaint.received': complaintReceivedSchema,
  'complaint.acknowledged': complaintAcknowledgedSchema,
  'complaint.responded': complaintRespondedSchema,
  'complaint.escalated': complaintEscalatedSchema,
  'complaint.withdrawn': complaintWithdrawnSchema,
  'call.ended': callEndedSchema,
  'feedback.given': feedbackGivenSchema,
  'feedback.acted-on': feedbackActedOnSchema,
  'survey.response-recorded': surveyResponseRecordedSchema,
  'figure.reported': figureReportedSchema,
  'evidence.filed': evidenceFiledSchema,
  'fact.corrected': factCorrectedSchema,
  'fact.withdrawn': factWithdrawnSchema,
} as const satisfies Record<FactName, FactSchema>;

/** The type of every fact's data, by name. */
export type FactData = { readonly [N in FactName]: DataOf<(typeof factSchemas)[N]> };

/** What every fact has beside its data: its identity within a subject, and when it happened (as an Instant). */
export interface FactEnvelope extends Instant {
  readonly source: string;
  readonly id: string;
}

/** A fact of one name. */
export type FactOf<N extends FactName> = FactEnvelope & { readonly name: N; readonly data: FactData[N] };

/** Any fact, told apart by its name. */
export type Fact = { [N in FactName]: FactOf<N> }[FactName];
