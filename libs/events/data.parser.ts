import type { DefinedError, ValidateFunction } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { factSchemas } from './fact-catalogue.fact.js';
import type { FactName } from './fact-name.fact.js';
import { FACT_NAMES } from './fact-name.fact.js';
import { formatChecks } from './format.schema.js';
import type { Refusal } from './refusal.fact.js';
import { refusalOfSchemaError } from './schema-error.parser.js';

const ajv = new Ajv2020({
  strict: true,
  // A correction's `anyOf` names members that are described beside it, not within it.
  strictRequired: false,
  allowUnionTypes: true,
  allErrors: false,
  formats: formatChecks,
});

const validators: ReadonlyMap<FactName, ValidateFunction> = new Map(
  FACT_NAMES.map((name) => [name, ajv.compile(factSchemas[name])]),
);

/** Whether data are those of a fact of this name. Names and depth are checked with the event that holds them. */
export function dataFits(name: FactName, data: unknown): boolean {
  return validators.get(name)?.(data) === true;
}

/** Why data are not those of a fact of this name, with a path that begins `/data`; `null` when they are. */
export function dataRefusal(name: FactName, data: unknown): Refusal | null {
  const validate = validators.get(name);
  if (validate === undefined || validate(data)) return null;
  // One error at a time, save that a failed `anyOf` follows those of its branches. ajv's own keywords are all we use.
  const error = validate.errors?.at(-1) as DefinedError;
  return refusalOfSchemaError(error, '/data');
}
