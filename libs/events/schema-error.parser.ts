import type { DefinedError } from 'ajv/dist/2020.js';
import type { FormatName } from './fact-schema.schema.js';
import { formatMeanings } from './format.schema.js';
import type { Refusal } from './refusal.fact.js';
import { pointerTo, refusal } from './refusal.fact.js';

/** An error of the schema validator in the contract's words; `path` points to the value that was validated. */
export function refusalOfSchemaError(error: DefinedError, path: string): Refusal {
  const at = `${path}${error.instancePath}`;
  switch (error.keyword) {
    case 'required':
      return refusal('missing', pointerTo(at, error.params.missingProperty), 'This member is required.');
    case 'anyOf':
      return refusal('missing', at, 'At least one of time and data is required.');
    case 'additionalProperties': {
      const member = pointerTo(at, error.params.additionalProperty);
      return refusal('unknown-member', member, 'There is no such member here.');
    }
    case 'type':
      // Where several types are allowed, ajv lists them in an array, which its own type does not say.
      return refusal('wrong-type', at, `Must be of type ${[error.params.type].flat().join(' or ')}.`);
    case 'enum':
      return refusal('wrong-value', at, `Must be one of ${error.params.allowedValues.join(', ')}.`);
    case 'pattern':
      return refusal('wrong-value', at, `Must match ${error.params.pattern}.`);
    case 'minimum':
    case 'maximum':
      return refusal('wrong-value', at, `Must be ${error.params.comparison} ${error.params.limit}.`);
    case 'format':
      return refusal('wrong-value', at, `Must be ${meaningOfFormat(error.params.format)}.`);
    case 'minLength':
      return refusal('wrong-value', at, `Must have at least ${error.params.limit} characters.`);
    case 'maxLength':
      return refusal('too-long', at, `May have at most ${error.params.limit} characters.`);
    default:
      return refusal('wrong-value', at, 'Is not what the schema of this fact allows.');
  }
}

function meaningOfFormat(format: string): string {
  return isFormatName(format) ? formatMeanings[format] : format;
}

function isFormatName(format: string): format is FormatName {
  return Object.hasOwn(formatMeanings, format);
}
