import { BENEFITS, CHANNELS, COMPLAINT_STAGES, COUNCIL_AREAS } from './codes.fact.js';
import type { FactSchema, MemberSchema } from './fact-schema.schema.js';

/** Members and whole shapes that several facts have in common (contract: events, "Facts"). */

/** Names one thing of a kind within a case: an evidence request, a payment, an appeal. */
export const ref = {
  type: 'string',
  pattern: '^[A-Za-z0-9._-]{1,64}$',
  maxLength: 64,
  description: 'Unique within the case and kind.',
} as const satisfies MemberSchema;

export const benefit = { type: 'string', enum: BENEFITS } as const satisfies MemberSchema;

export const localAuthority = { type: 'string', enum: COUNCIL_AREAS } as const satisfies MemberSchema;

export const channel = { type: 'string', enum: CHANNELS } as const satisfies MemberSchema;

export const amountPence = {
  type: 'integer',
  minimum: 0,
  maximum: 1_000_000_000,
  description: 'Money in whole pence.',
} as const satisfies MemberSchema;

export const complaintStage = { type: 'integer', enum: COMPLAINT_STAGES } as const satisfies MemberSchema;

export const year = {
  type: 'string',
  format: 'year',
  description: 'A financial year, for example 2025-26.',
} as const satisfies MemberSchema;

/** A framework measure. With `.` and a year it makes up the subject, so it has the subject's letters and fits beside them. */
export const frameworkMeasure = {
  type: 'string',
  pattern: '^[A-Za-z0-9._-]{1,56}$',
  maxLength: 56,
  description: 'A framework measure, for example S3-M58.',
} as const satisfies MemberSchema;

/** With `factId` the identity of the fact to be put right; the limits are the envelope's. */
export const factSource = {
  type: 'string',
  format: 'uri-reference',
  minLength: 1,
  maxLength: 256,
  description: 'Source of the fact to be put right.',
} as const satisfies MemberSchema;

export const factId = {
  type: 'string',
  minLength: 1,
  maxLength: 128,
  description: 'Id of the fact to be put right.',
} as const satisfies MemberSchema;

/** Data without members: `{}`. */
export const noMembers = {
  type: 'object',
  properties: {},
  additionalProperties: false,
} as const satisfies Omit<FactSchema, 'description'>;

/** Data that name a thing and say no more. */
export const refOnly = {
  type: 'object',
  properties: { ref },
  required: ['ref'],
  additionalProperties: false,
} as const satisfies Omit<FactSchema, 'description'>;

/** Data that name a payment and its amount. */
export const payment = {
  type: 'object',
  properties: { ref, amountPence },
  required: ['ref', 'amountPence'],
  additionalProperties: false,
} as const satisfies Omit<FactSchema, 'description'>;
