/** Every fact of the contract, in its order (contract: events, "Facts"). */
export const FACT_NAMES = [
  'application.received',
  'application.part2-received',
  'application.withdrawn',
  'case.work-started',
  'evidence.complete',
  'evidence.requested',
  'client.update-sent',
  'consultation.held',
  'decision.made',
  'redetermination.requested',
  'redetermination.accepted-late',
  'redetermination.withdrawn',
  'redetermination.overdue-notified',
  'redetermination.decided',
  'appeal.lodged',
  'appeal.decided',
  'payment.promised',
  'payment.issued',
  'payment.corrected',
  'equality.form-recorded',
  'document.format-requested',
  'document.format-supplied',
  'adjustment.requested',
  'adjustment.made',
  'advocacy.referred',
  'advocacy.started',
  'appointment.held',
  'appointment.requested',
  'complaint.received',
  'complaint.acknowledged',
  'complaint.responded',
  'complaint.escalated',
  'complaint.withdrawn',
  'call.ended',
  'feedback.given',
  'feedback.acted-on',
  'survey.response-recorded',
  'figure.reported',
  'evidence.filed',
  'fact.corrected',
  'fact.withdrawn',
] as const;

export type FactName = (typeof FACT_NAMES)[number];

/** The facts that put another one right; they are not themselves correctable (contract: events, "Putting right"). */
export type PuttingRight = 'fact.corrected' | 'fact.withdrawn';

/** Whether a fact puts another one right. */
export function putsRight(name: FactName): name is PuttingRight {
  return name === 'fact.corrected' || name === 'fact.withdrawn';
}

/** The CloudEvents `type` of a fact, for example `charter.application.received.v1`. */
export function typeOfFact(name: FactName): string {
  return `charter.${name}.v1`;
}
