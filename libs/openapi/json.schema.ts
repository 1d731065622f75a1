/** A JSON Schema of draft 2020-12, which is what OpenAPI 3.1 is written in. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export const text = { type: 'string' } as const;
export const count = { type: 'integer', minimum: 0 } as const;
export const date = { type: 'string', format: 'date' } as const;
export const moment = { type: 'string', format: 'date-time' } as const;

/** An object with exactly these members; those in `optional` may be absent. */
export function exactly(
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

export function listOf(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

export function oneOfCodes(codes: readonly string[]): JsonSchema {
  return { type: 'string', enum: codes };
}

export function orNull(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: 'null' }] };
}

/** Points to a schema by its name among the document's. */
export function schemaNamed(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

/**
 * A schema written for ajv as draft 2020-12 has it: `nullable` becomes a type beside the other. `discriminator`, which
 * OpenAPI knows too, stays.
 */
export function withoutNullable(schema: JsonSchema): JsonSchema {
  const { nullable, ...others } = schema;
  const converted = Object.fromEntries(Object.entries(others).map(([name, value]) => [name, convertedValue(value)]));
  return nullable === true ? { ...converted, type: [schema['type'], 'null'] } : converted;
}

function convertedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convertedValue);
  return isSchema(value) ? withoutNullable(value) : value;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}
