import { text } from './text.schema.js';

/** One of Scotland's 32 council areas, under its GSS code. */
export interface CouncilArea {
  readonly code: string;
  readonly name: string;
}

/** What `council-areas.json` must look like. */
export const councilAreasSchema = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['code', 'name'],
    additionalProperties: false,
    properties: { code: { type: 'string', pattern: '^S12\\d{6}$' }, name: text },
  },
} as const;
