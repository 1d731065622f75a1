/** The part of JSON Schema, draft 2020-12, in which the facts' data are described. */

export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object';

/** Formats checked by this room's own code; see format.schema.ts. */
export type FormatName = 'date' | 'date-time' | 'year' | 'uri-reference' | 'https-url';

/** One member of a fact's data. */
export interface MemberSchema {
  readonly description?: string;
  readonly type: JsonType | readonly JsonType[];
  readonly enum?: readonly (string | number)[];
  readonly format?: FormatName;
  readonly pattern?: string;
  readonly minLength?: number;
  /** In code points. */
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly patternProperties?: Readonly<Record<string, MemberSchema>>;
  readonly additionalProperties?: boolean;
}

/** The data of one fact: an object with exactly these members, nothing else. */
export interface FactSchema {
  /** What the fact says, in one sentence. */
  readonly description: string;
  readonly type: 'object';
  readonly properties: Readonly<Record<string, MemberSchema>>;
  readonly required?: readonly string[];
  /** At least one of these members is required too. */
  readonly anyOf?: readonly { readonly required: readonly string[] }[];
  readonly additionalProperties: false;
}
