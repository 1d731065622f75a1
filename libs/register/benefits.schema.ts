import { benefitCode, text } from './text.schema.js';

/** A benefit of Scotland's social security, under the code by which events name it. */
export interface Benefit {
  readonly code: string;
  readonly name: string;
  /** As printed in the source: a day, a month or words; `null` where it has not begun or was transferred. */
  readonly launched: string | null;
  readonly payment: string;
  /** `null` where there is no right to a redetermination with a time limit. */
  readonly redetermination: RedeterminationTerms | null;
}

export interface RedeterminationTerms {
  /** `56 calendar days` or `16 working days`: see `parseRedeterminationLimit`. */
  readonly limit: string;
  readonly counting: string;
  readonly source: string;
}

/** What `benefits.json` must look like. */
export const benefitsSchema = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['code', 'name', 'launched', 'payment', 'redetermination'],
    additionalProperties: false,
    properties: {
      code: benefitCode,
      name: text,
      launched: { ...text, nullable: true },
      payment: text,
      redetermination: {
        type: 'object',
        nullable: true,
        required: ['limit', 'counting', 'source'],
        additionalProperties: false,
        properties: {
          limit: { type: 'string', pattern: '^[1-9]\\d* (calendar|working) days$' },
          counting: text,
          source: text,
        },
      },
    },
  },
} as const;
