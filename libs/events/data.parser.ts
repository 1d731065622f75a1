import type { DefinedError, ValidateFunction } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { factSchemas } from './fact-catalogue.fact.js';
import type { FactName } from './fact-name.fact.js';
import { formatChecks } from './format.schema.js';
import type { Refusal } from './refusal.fact.js';
import { refusalOfSchemaError } from './schema-error.parser.js';

const ajv = new Ajv2020({
  strict: true,
  // A correction's `anyOf` names members that are described beside it, not within it.
  strictRequired: false,
  allowUnionTypes: true,
  allErrors: false,
  // That they are JSON Schema of the draft is tested once, not at every start.
  validateSchema: false,
  formats: formatChecks,
});

/** Compiled when first needed, each once. */
const validators = new Map<FactName, ValidateFunction>();

function validatorOf(name: FactName): ValidateFunction {
  const known = validators.get(name);
  if (known !== undefined) return known;
  const validator = ajv.compile(factSchemas[name]);
  validators.set(name, validator);
  return validator;
}

/** Whether data are those of a fact of this name. Names and depth are checked with the event that holds them. */
export function dataFits(name: FactName, data: unknown): boolean {
  return validatorOf(name)(data);
}

/** Why data are not those of a fact of this name, with a path that begins `/data`; `null` when they are. */
export function dataRefusal(name: FactName, data: unknown): Refusal | null {
  const validate = validatorOf(name);
  if (validate(data)) return null;
  // One error at a time, save that a failed `anyOf` follows those of its branches; all are of ajv's own keywords.
  return refusalOfSchemaError(validate.errors?.at(-1) as DefinedError, '/data');
}
