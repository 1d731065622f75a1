/**
 * The codes that facts may carry where measures are broken down or told apart by them (contract: events, "Facts").
 * Benefits and council areas are the register's; the register checks at start that its data agree with these.
 */

export const BENEFITS = [
  'CAS',
  'BSG-PB',
  'BSG-EL',
  'BSG-SA',
  'BSF',
  'FSP',
  'YCG',
  'JSP',
  'CWHP',
  'SCP',
  'CDP',
  'ADP',
  'WHP',
  'CSP',
  'PADP',
  'PAWHP',
  'SADLA',
] as const;

/** Codes of the Scottish council areas by the Government Statistical Service. */
export const COUNCIL_AREAS = [
  'S12000005',
  'S12000006',
  'S12000008',
  'S12000010',
  'S12000011',
  'S12000013',
  'S12000014',
  'S12000017',
  'S12000018',
  'S12000019',
  'S12000020',
  'S12000021',
  'S12000023',
  'S12000026',
  'S12000027',
  'S12000028',
  'S12000029',
  'S12000030',
  'S12000033',
  'S12000034',
  'S12000035',
  'S12000036',
  'S12000038',
  'S12000039',
  'S12000040',
  'S12000041',
  'S12000042',
  'S12000045',
  'S12000047',
  'S12000048',
  'S12000049',
  'S12000050',
] as const;

/** How an application, a complaint or feedback came in. */
export const CHANNELS = ['online', 'phone', 'paper', 'in-person', 'local-delivery'] as const;

export const AGE_BANDS = ['under-16', '16-24', '25-34', '35-44', '45-54', '55-64', '65-plus'] as const;
export const GENDERS = ['man', 'woman', 'other'] as const;
export const ETHNIC_GROUPS = ['white', 'asian', 'african', 'caribbean-or-black', 'mixed', 'other'] as const;
export const DISABILITIES = ['yes', 'no'] as const;

export const DECISION_OUTCOMES = ['authorised', 'denied'] as const;
export const REDETERMINATION_OUTCOMES = ['allowed', 'partly-allowed', 'disallowed'] as const;
export const APPEAL_OUTCOMES = ['upheld', 'partly-upheld', 'dismissed', 'withdrawn'] as const;

/** Where an appointment was asked for. */
export const APPOINTMENT_PLACES = ['home', 'venue', 'remote'] as const;

export const COMPLAINT_STAGES = [1, 2] as const;
export const COMPLAINT_REASONS = [
  'decision',
  'policy',
  'process-not-followed',
  'service-not-provided',
  'poor-standard',
  'staff-conduct',
] as const;
export const COMPLAINT_OUTCOMES = ['upheld', 'partly-upheld', 'not-upheld', 'resolved'] as const;

export const CALL_OUTCOMES = ['answered', 'abandoned'] as const;

export const SURVEYS = ['client', 'staff', 'partner'] as const;
/** An answer on the scale, 5 = strongly agree, or one that is not on it. */
export const SURVEY_ANSWERS = [1, 2, 3, 4, 5, 'not-applicable', 'prefer-not-to-say'] as const;

export type Benefit = (typeof BENEFITS)[number];
export type CouncilArea = (typeof COUNCIL_AREAS)[number];
export type Channel = (typeof CHANNELS)[number];
export type AgeBand = (typeof AGE_BANDS)[number];
export type Gender = (typeof GENDERS)[number];
export type EthnicGroup = (typeof ETHNIC_GROUPS)[number];
export type Disability = (typeof DISABILITIES)[number];
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];
export type RedeterminationOutcome = (typeof REDETERMINATION_OUTCOMES)[number];
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];
export type AppointmentPlace = (typeof APPOINTMENT_PLACES)[number];
export type ComplaintStage = (typeof COMPLAINT_STAGES)[number];
export type ComplaintReason = (typeof COMPLAINT_REASONS)[number];
export type ComplaintOutcome = (typeof COMPLAINT_OUTCOMES)[number];
export type CallOutcome = (typeof CALL_OUTCOMES)[number];
export type Survey = (typeof SURVEYS)[number];
export type SurveyAnswer = (typeof SURVEY_ANSWERS)[number];
