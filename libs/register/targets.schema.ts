import { benefitCode, date, kebabCase, text } from './text.schema.js';

/** Set by law, by the agency itself, or assumed for demonstration: against an assumption there is no state. */
export type TargetRole = 'statutory' | 'agency' | 'assumption';

/** The wanted value of a measure: at least (`gte`) or at most (`lte`), in the measure's own unit. */
export interface Objective {
  readonly op: 'gte' | 'lte';
  readonly value: number;
}

/**
 * A target in force from a day until the next of its kind (contract: measures, "Targets"). It states either the
 * `limit` of single cases, for a `benefit` or for `specialRules` claims of any benefit, or the `objective` of a measure.
 */
export interface Target {
  readonly measure: string;
  readonly benefit?: string;
  readonly specialRules?: true;
  readonly limit?: { readonly workingDays: number };
  readonly objective?: Objective;
  readonly from: string;
  readonly role: TargetRole;
  readonly source: string;
}

/** What `targets.json` must look like. */
export const targetsSchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['measure', 'from', 'role', 'source'],
    additionalProperties: false,
    properties: {
      measure: kebabCase,
      benefit: benefitCode,
      specialRules: { const: true },
      limit: {
        type: 'object',
        required: ['workingDays'],
        additionalProperties: false,
        properties: { workingDays: { type: 'integer', minimum: 0 } },
      },
      objective: {
        type: 'object',
        required: ['op', 'value'],
        additionalProperties: false,
        properties: { op: { enum: ['gte', 'lte'] }, value: { type: 'number' } },
      },
      from: date,
      role: { enum: ['statutory', 'agency', 'assumption'] },
      source: text,
    },
  },
} as const;
